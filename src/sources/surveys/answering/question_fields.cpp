#include "sources/surveys/answering/question_fields.hpp"

#include <algorithm>

#include "sources/surveys/answering/faces.hpp"
#include "sources/surveys/definition/scale_words.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Flag;
using web::Html;

namespace {

constexpr std::string_view missing_prefix = "missing.";

// One choice: a row with its radio button or tick box.
struct Row {
    std::string_view type = "radio";
    std::string name;
    std::string value;
    std::string id;
    bool chosen = false;
    Html content = {};
    bool quiet = false; // a way not to answer
};

Html row(const Row& row) {
    Html html = row.quiet ? R"(<label class="answer quiet")"_html : R"(<label class="answer")"_html;
    html << Attribute{"for", row.id} << "><input"_html << Attribute{"type", row.type}
         << Attribute{"id", row.id} << Attribute{"name", row.name} << Attribute{"value", row.value}
         << Flag{"checked", row.chosen} << ">"_html;
    return html << row.content << "</label>"_html;
}

Html words_of(std::string_view text) {
    Html html = R"(<span class="words">)"_html;
    return html << text << "</span>"_html;
}

// Makes the fields of one question.
class Fields {
  public:
    explicit Fields(const QuestionView& view) : view_(view), question_(view.question) {}

    Html make() {
        switch (question_.type) {
            case QuestionType::information:
                return view_.heading;
            case QuestionType::expectation:
                return grouped({{std::string(expected_side), question_.expectation},
                                {std::string(experienced_side), question_.experience}});
            case QuestionType::matrix:
                return grouped(question_.rows);
            case QuestionType::ranking:
                return ranking();
            case QuestionType::open_text:
            case QuestionType::number:
            case QuestionType::date:
                return written();
            default:
                return around(view_.heading, choices(question_.name), question_.name);
        }
    }

  private:
    [[nodiscard]] const Answer* answer(std::string_view name) const { return find(view_.answers, name); }

    [[nodiscard]] bool chosen(std::string_view name, std::string_view value) const {
        const auto* given = answer(name);
        return given != nullptr && std::ranges::find(given->values, value) != given->values.end();
    }

    [[nodiscard]] bool left_out(std::string_view name, Missing missing) const {
        const auto* given = answer(name);
        return given != nullptr && given->missing == missing;
    }

    [[nodiscard]] std::string typed(std::string_view name) const {
        const auto* given = answer(name);
        return given == nullptr || given->values.empty() ? std::string() : given->values.front();
    }

    [[nodiscard]] Html error(std::string_view name) const {
        const auto text = view_.errors.of(std::string(name));
        if (text.empty()) return {};
        Html html = R"(<p class="mistake")"_html;
        return html << Attribute{"id", "error-" + std::string(name)} << ">"_html << text << "</p>"_html;
    }

    Html around(const Html& legend, const Html& inside, std::string_view name) const {
        Html html = R"(<fieldset class="answers"><legend>)"_html;
        return html << legend << "</legend>"_html << hint(name) << error(name) << inside
                    << "</fieldset>"_html;
    }

    // Beneath the question itself only.
    [[nodiscard]] Html hint(std::string_view name) const {
        const auto text = view_.survey.say(question_.hint, view_.language);
        if (text.empty() || name != question_.name) return {};
        Html html = R"(<p class="hint" id="hint">)"_html;
        return html << text << "</p>"_html;
    }

    // All values of the question as rows, then the ways not to answer.
    Html choices(const std::string& name) const {
        Html html;
        std::size_t at = 0;
        for (const auto& value : values()) {
            const auto id = field_id(name) + (at == 0 ? "" : '-' + std::to_string(at));
            ++at;
            html << row(
                {several() ? "checkbox" : "radio", name, value, id, chosen(name, value), content(value)});
        }
        if (question_.other) html << other(name);
        return html << not_answering(name);
    }

    [[nodiscard]] bool several() const { return question_.type == QuestionType::multiple_choice; }

    [[nodiscard]] std::vector<std::string> values() const {
        if (question_.type == QuestionType::yes_no) return {"yes", "no"};
        std::vector<std::string> values;
        const int highest = highest_step(question_);
        for (int step = lowest_step(question_); step <= highest; ++step)
            values.push_back(std::to_string(step));
        if (highest == 0)
            for (const auto& choice : question_.choices)
                values.push_back(choice.value);
        return values;
    }

    // A face with words and number, a number with words, or words.
    Html content(const std::string& value) const {
        const auto words = value_words(view_.survey, question_, value, view_.language);
        if (highest_step(question_) == 0) return words_of(words);
        Html html;
        if (question_.type == QuestionType::smiley) html << face(std::stoi(value), question_.points);
        html << R"(<span class="step">)"_html << value << "</span> "_html;
        if (words != value) html << words_of(words);
        return html;
    }

    Html other(const std::string& name) const {
        const auto text_name = name + '.' + std::string(other_value);
        Html html =
            row({several() ? "checkbox" : "radio", name, std::string(other_value), field_id(name) + "-other",
                 chosen(name, other_value), words_of(word(Word::other, view_.language))});
        html << R"(<label class="written")"_html << Attribute{"for", field_id(text_name)} << ">"_html
             << view_.page_language("Something else: write what")
             << "</label><input class=\"field\" type=\"text\" maxlength=\"500\""_html
             << Attribute{"id", field_id(text_name)} << Attribute{"name", text_name}
             << Attribute{"value", typed(text_name)} << ">"_html;
        return html;
    }

    // With radio buttons the ways not to answer are buttons of the same group; elsewhere boxes to tick.
    Html not_answering(const std::string& name) const {
        Html html;
        const bool same_group =
            question_.type != QuestionType::multiple_choice && question_.type != QuestionType::ranking &&
            question_.type != QuestionType::open_text && question_.type != QuestionType::number &&
            question_.type != QuestionType::date;
        const auto field = same_group ? name : std::string(missing_prefix) + name;
        for (const auto missing : question_.missing) {
            const auto value = std::string(same_group ? missing_prefix : "") + std::string(name_of(missing));
            html << row({same_group ? "radio" : "checkbox", field, value,
                         field_id(name) + '-' + std::string(name_of(missing)), left_out(name, missing),
                         words_of(missing_words(missing, view_.language)), true});
        }
        return html;
    }

    // Each row of a matrix, and each side of a pair, is a group of its own: no table on a phone.
    Html grouped(const std::vector<Choice>& parts) const {
        Html html = view_.heading;
        html << hint(question_.name);
        for (const auto& part : parts) {
            Html legend = R"(<span class="part">)"_html;
            legend << view_.survey.say(part.text, view_.language) << "</span>"_html;
            const auto name = question_.name + '.' + part.value;
            html << around(legend, choices(name), name);
        }
        return html;
    }

    // Without script the order is told by a number for each.
    Html ranking() const {
        Html rows;
        const auto* given = answer(question_.name);
        std::size_t at = 0;
        for (const auto& choice : question_.choices) {
            const auto id = field_id(question_.name) + (at++ == 0 ? "" : '-' + std::to_string(at));
            rows << R"(<div class="rank"><label)"_html << Attribute{"for", id} << ">"_html
                 << view_.survey.say(choice.text, view_.language) << "</label><select class=\"field\""_html
                 << Attribute{"id", id} << Attribute{"name", "rank." + choice.value}
                 << R"(><option value="">–</option>)"_html;
            std::size_t place = 0;
            if (given != nullptr)
                place = static_cast<std::size_t>(std::ranges::find(given->values, choice.value) -
                                                 given->values.begin());
            const bool ranked = given != nullptr && place < given->values.size();
            for (std::size_t number = 1; number <= question_.choices.size(); ++number)
                rows << "<option"_html << Attribute{"value", std::to_string(number)}
                     << Flag{"selected", ranked && place + 1 == number} << ">"_html << number
                     << "</option>"_html;
            rows << "</select></div>"_html;
        }
        rows << not_answering(question_.name);
        Html explained = R"(<p class="hint">)"_html;
        explained << view_.page_language("Choose 1 for what is most important to you, then 2, and so on.")
                  << "</p>"_html << rows;
        return around(view_.heading, explained, question_.name);
    }

    // Texts, numbers and days.
    Html written() const {
        const auto& name = question_.name;
        Html html = R"(<label class="heading")"_html;
        html << Attribute{"for", field_id(name)} << ">"_html << view_.heading << "</label>"_html << hint(name)
             << error(name);
        if (question_.type == QuestionType::open_text) {
            html << R"(<p class="hint">)"_html
                 << view_.page_language("Please do not write names or personal numbers.")
                 << R"(</p><textarea class="field" rows="5" maxlength="2000")"_html << attributes(name)
                 << ">\n"_html << typed(name) << "</textarea>"_html;
        } else if (question_.type == QuestionType::date) {
            html << R"(<input class="field short" type="date")"_html << attributes(name)
                 << Attribute{"value", typed(name)} << ">"_html;
        } else {
            html << R"(<input class="field short" type="text" maxlength="20")"_html << attributes(name)
                 << Attribute{"inputmode", question_.whole ? "numeric" : "decimal"}
                 << Attribute{"value", typed(name)} << ">"_html;
        }
        if (!question_.missing.empty())
            html << R"(<div class="answers">)"_html << not_answering(name) << "</div>"_html;
        return html;
    }

    [[nodiscard]] Html attributes(const std::string& name) const {
        Html html;
        html << Attribute{"id", field_id(name)} << Attribute{"name", name};
        if (!view_.errors.of(name).empty())
            html << R"( aria-invalid="true")"_html << Attribute{"aria-describedby", "error-" + name};
        return html;
    }

    const QuestionView& view_;
    const Question& question_;
};

// "rank.VALUE" = 2 for each, in the order of the numbers; equal numbers in the order of the question.
Answer read_ranking(const Question& question, const web::Fields& sent) {
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& choice : question.choices)
        if (const auto number = number_in(sent.text("rank." + choice.value)))
            ranked.emplace_back(*number, choice.value);
    std::ranges::stable_sort(ranked, {}, [](const auto& one) { return one.first; });
    Answer answer;
    for (auto& [number, value] : ranked)
        answer.values.push_back(std::move(value));
    return answer;
}

// A value may be a way not to answer.
Answer read_answer(const std::string& name, const web::Fields& sent) {
    Answer answer;
    for (const auto value : sent.all(name)) {
        if (value.starts_with(missing_prefix)) {
            if (const auto missing = missing_named(value.substr(missing_prefix.size())))
                return {{}, *missing == Missing::skipped ? Missing::none : *missing};
        } else if (!value.empty()) {
            answer.values.emplace_back(value);
        }
    }
    return answer;
}

} // namespace

std::string field_id(std::string_view answer_name) {
    return "field-" + std::string(answer_name);
}

Html question_fields(const QuestionView& view) {
    return Fields(view).make();
}

Answers read_fields(const Question& question, const web::Fields& sent) {
    Answers answers;
    for (const auto& name : answer_names(question)) {
        auto answer =
            question.type == QuestionType::ranking ? read_ranking(question, sent) : read_answer(name, sent);
        if (answer.values.empty() && answer.missing == Missing::none)
            if (const auto missing = missing_named(sent.text(std::string(missing_prefix) + name));
                missing && *missing != Missing::skipped)
                answer.missing = *missing;
        if (!answer.values.empty() || answer.missing != Missing::none) answers[name] = std::move(answer);
    }
    // What was written beside "something else" means that it was chosen.
    const auto other = answers.find(question.name + '.' + std::string(other_value));
    if (other != answers.end() && other->second.answered()) {
        auto& main = answers[question.name];
        const bool there = std::ranges::find(main.values, other_value) != main.values.end();
        if (question.type == QuestionType::single_choice) main = {};
        main.missing = Missing::none;
        if (!there || question.type == QuestionType::single_choice) main.values.emplace_back(other_value);
    }
    return answers;
}

} // namespace maerkbar::surveys::answering
