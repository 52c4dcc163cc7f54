#include "app/survey/analysis.hpp"

#include <algorithm>

#include "app/survey/question_figures.hpp"
#include "app/survey/wave_changes.hpp"
#include "base/text.hpp"
#include "base/translatable.hpp"

namespace maerkbar::app_survey {

namespace {

using surveys::QuestionType;

Error bad(std::string_view code, std::string_view text,
          std::vector<std::pair<std::string, std::string>> words) {
    return {ErrorKind::invalid, "survey_analysis." + std::string(code), std::string(text), std::move(words)};
}

bool begins_with_digit(const std::string& text) {
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

class Analyst {
  public:
    Analyst(const AnswerFile& file, const surveys::Definition& definition, const Request& request)
        : file_(file), definition_(definition), request_(request) {}

    Result<Analysis> analyse() {
        TRY(check_questions());
        Analysis out;
        if (!request_.wave.empty()) TRY(choose_waves(out));
        const auto waves = request_.wave.empty() ? std::vector<std::string>{""} : wave_order(out);
        for (const auto& wave : waves)
            out.groups.push_back(TRY(group_of(wave)));
        if (!out.before.empty()) compare(out);
        if (request_.asked) out.rates = statistics::response_rates(*request_.asked, request_.eligible);
        return out;
    }

  private:
    using Wanted = bool (*)(const surveys::Question&);

    [[nodiscard]] Result<void> check_question(const std::string& name, Wanted wanted,
                                              std::string_view kind) const {
        if (std::ranges::find(file_.asked, name) == file_.asked.end())
            return bad("no_question",
                       translatable("“{name}” is no question that the file has answers to. It has: {names}."),
                       {{"name", name}, {"names", joined(file_.asked, ", ")}});
        if (!wanted(*question_of(definition_, name))) return bad("wrong_question", kind, {{"name", name}});
        return {};
    }
    [[nodiscard]] Result<void> check_questions() const {
        const auto* no_success = translatable(
            "“{name}” has no target: only questions of yes or no and scales of up to six steps "
            "have a share who are satisfied.");
        const auto* no_steps = translatable("“{name}” is not answered on a scale.");
        for (const auto& target : request_.targets)
            TRY(check_question(target.question, has_success, no_success));
        for (const auto& scale : request_.scales)
            for (const auto& name : scale.questions)
                TRY(check_question(name, has_steps, no_steps));
        if (!request_.overall.empty()) TRY(check_question(request_.overall, has_steps, no_steps));
        for (const auto& name : request_.drivers)
            TRY(check_question(name, has_steps, no_steps));
        return {};
    }

    [[nodiscard]] Result<void> choose_waves(Analysis& out) const {
        auto chosen = request_.compare;
        if (chosen.empty() && file_.waves.size() == 2) {
            chosen = file_.waves; // words in the order of the file; years, dates and numbers by what they say
            if (std::ranges::all_of(chosen, begins_with_digit)) std::ranges::sort(chosen);
        }
        for (const auto& wave : chosen)
            if (std::ranges::find(file_.waves, wave) == file_.waves.end()) return no_such_wave(wave);
        if (chosen.size() != 2) return no_such_wave("");
        out.before = chosen[0];
        out.after = chosen[1];
        return {};
    }
    [[nodiscard]] Error no_such_wave(const std::string& wave) const {
        const auto names = joined(file_.waves, ", ");
        if (wave.empty())
            return bad("which_waves",
                       translatable("The file has these waves: {names}. Say with --compare which two to "
                                    "compare, the earlier first."),
                       {{"names", names}});
        return bad("no_wave", translatable("The file has no wave “{wave}”, but: {names}."),
                   {{"wave", wave}, {"names", names}});
    }

    [[nodiscard]] std::vector<std::string> wave_order(const Analysis& out) const {
        std::vector<std::string> order{out.before, out.after};
        for (const auto& wave : file_.waves)
            if (wave != out.before && wave != out.after) order.push_back(wave);
        return order;
    }
    [[nodiscard]] Respondents respondents_of(const std::string& wave) const {
        Respondents found;
        for (const auto& respondent : file_.respondents)
            if (wave.empty() || respondent.wave == wave) found.push_back(&respondent);
        return found;
    }

    [[nodiscard]] Result<Group> group_of(const std::string& wave) const {
        const auto respondents = respondents_of(wave);
        if (request_.population && static_cast<std::int64_t>(respondents.size()) > *request_.population)
            return bad("population",
                       translatable("{rows} answered, which is more than the {population} of --population."),
                       {{"rows", std::to_string(respondents.size())},
                        {"population", std::to_string(*request_.population)}});
        Group group;
        group.wave = wave;
        group.rows = respondents.size();
        for (const auto& name : file_.asked)
            group.questions.push_back(
                figures_of(*question_of(definition_, name), name, respondents, request_.population));
        add_gaps(group, respondents);
        for (const auto& target : request_.targets)
            group.targets.push_back(test_of(target, *question_of(definition_, target.question), respondents,
                                            request_.population));
        for (const auto& scale : request_.scales) {
            const auto columns = complete_columns(respondents, scale.questions);
            group.scales.push_back(
                {scale, respondents.size() - columns.front().size(), statistics::scale_reliability(columns)});
        }
        if (!request_.overall.empty()) group.drivers = drivers_of(respondents);
        return group;
    }

    void add_gaps(Group& group, const Respondents& respondents) const {
        for (const auto& page : definition_.pages)
            for (const auto& question : page.questions) {
                if (question.type != QuestionType::expectation) continue;
                const auto pair = complete_columns(
                    respondents, std::vector{question.name + ".expectation", question.name + ".experience"});
                if (!pair[0].empty())
                    group.gaps.emplace_back(question.name, statistics::expectation_gap(pair[0], pair[1]));
            }
    }

    [[nodiscard]] DriverResult drivers_of(const Respondents& respondents) const {
        auto names = request_.drivers;
        if (names.empty())
            for (const auto& name : file_.asked)
                if (const auto& question = *question_of(definition_, name);
                    name != request_.overall && has_steps(question) &&
                    !name.ends_with(".expectation")) // what was expected does not make the experience
                    names.push_back(name);
        auto all = names;
        all.insert(all.begin(), request_.overall);
        const auto columns = complete_columns(respondents, all);
        return {names, columns[0].size(), statistics::key_drivers(columns[0], std::span(columns).subspan(1))};
    }

    void compare(Analysis& out) const {
        std::vector<const QuestionFigures*> questions;
        for (const auto& figures : out.groups.front().questions)
            if (has_success(*figures.question)) questions.push_back(&figures);
        const Waves waves{respondents_of(out.before), respondents_of(out.after)};
        if (request_.person.empty())
            out.changes = changes_between(waves, questions);
        else
            out.paired = paired_changes(waves, questions, out.set_aside);
    }

    const AnswerFile& file_;
    const surveys::Definition& definition_;
    const Request& request_;
};

} // namespace

Result<Analysis> analyse(const AnswerFile& file, const surveys::Definition& definition,
                         const Request& request) {
    return Analyst(file, definition, request).analyse();
}

} // namespace maerkbar::app_survey
