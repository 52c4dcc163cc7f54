#include "sources/surveys/taking_out/answer_table.hpp"

#include <algorithm>
#include <set>

#include "base/period.hpp"
#include "comments/masking.hpp"
#include "sources/surveys/secrets.hpp"
#include "sources/surveys/taking_out/protection.hpp"
#include "sources/surveys/taking_out/question_columns.hpp"

namespace maerkbar::surveys {

namespace {

using State = AnswerCell::State;

constexpr std::size_t fixed_columns = 6;
enum Fixed { unit, contact_point, period, language, way, respondent };

AnswerCell value(std::string text) {
    if (text.empty()) return {};
    return {State::value, {}, std::move(text)};
}

std::string code_of(Date monday) {
    return Period::containing(PeriodKind::week, monday).code();
}

std::string code_of(const WeekSpan& span) {
    return span.first == span.last ? code_of(span.first) : code_of(span.first) + '/' + code_of(span.last);
}

// As text that others may compare: what it is, or why it is not.
std::string background_text(const QuestionColumn& column, const AnswerCell& cell) {
    if (cell.state == State::missing) return '?' + std::string(name_of(cell.missing));
    if (cell.state != State::value) return {};
    double number = 0;
    if (column.type == QuestionType::number) {
        number = std::strtod(cell.value.c_str(), nullptr);
        return band_of(number, column.least, column.most);
    }
    return column.type == QuestionType::date ? cell.value.substr(0, 7) : cell.value;
}

class TableMaker {
  public:
    TableMaker(const TableSource& source, const FixedLabels& labels, const std::vector<StoredAnswer>& answers)
        : source_(source), answers_(answers) {
        for (const auto* label : {&labels.unit, &labels.contact_point, &labels.period, &labels.language,
                                  &labels.way, &labels.respondent})
            table_.columns.push_back({"", *label});
        constexpr const char* names[] = {"unit", "contact_point", "period", "language", "way", "respondent"};
        for (std::size_t i = 0; i < fixed_columns; ++i) {
            table_.columns[i].name = names[i];
            table_.columns[i].answers = false;
        }
        for (const auto& answer : answers_)
            any_protected_ = any_protected_ || is_protected(answer);
        collect_columns();
    }

    AnswerTable make() {
        table_.fewest = fewest_rows();
        choose();
        for (const auto& [answer, span] : chosen_)
            table_.rows.push_back(row_of(*answer, span));
        protect_background();
        collect_comments();
        return std::move(table_);
    }

  private:
    [[nodiscard]] bool is_protected(const StoredAnswer& answer) const {
        return source_.links.at(answer.link).mode != Mode::linked;
    }

    // The newest version's columns come first; an older one adds what it alone has.
    void collect_columns() {
        for (auto version = source_.versions.rbegin(); version != source_.versions.rend(); ++version)
            for (const auto& page : version->second->pages)
                for (const auto& question : page.questions) {
                    if (question.sensitive) sensitive_.insert(question.name);
                    for (auto& column : columns_of(*version->second, question, source_.language))
                        add_column(std::move(column), version->first);
                }
        for (const auto& column : questions_)
            table_.columns.push_back(column.column);
    }
    void add_column(QuestionColumn column, std::int64_t version) {
        for (auto& known : questions_)
            if (same_column(known, column)) {
                known.column.sensitive = known.column.sensitive || column.column.sensitive;
                return add_values(known, column);
            }
        const bool taken = std::ranges::any_of(
            questions_, [&](const QuestionColumn& known) { return known.column.name == column.column.name; });
        const bool fixed = std::ranges::any_of(
            table_.columns, [&](const AnswerColumn& known) { return known.name == column.column.name; });
        if (taken || fixed) column.column.name += "_v" + std::to_string(version);
        if (any_protected_ && column.type == QuestionType::number && column.background)
            column.column.kind = ColumnKind::text; // bands
        questions_.push_back(std::move(column));
    }
    static void add_values(QuestionColumn& known, const QuestionColumn& older) {
        for (const auto& label : older.column.values)
            if (std::ranges::find(known.column.values, label.value, &ValueLabel::value) ==
                known.column.values.end()) {
                known.column.values.push_back(label);
                double highest = 0;
                for (const auto& value : known.column.values)
                    highest = std::max(highest, value.code);
                known.column.values.back().code = highest + 1;
            }
    }

    // A row holds the answers to all questions, so the strictest of them rules it.
    [[nodiscard]] std::int64_t fewest_rows() const {
        const auto sensitivity =
            sensitive_.empty() ? disclosure::Sensitivity::ordinary : disclosure::Sensitivity::sensitive;
        return disclosure::thresholds(source_.policy, disclosure::Output::mean, sensitivity).split;
    }
    [[nodiscard]] std::int64_t fewest_comments(const std::string& name) const {
        const auto sensitivity = sensitive_.contains(name.substr(0, name.find('.')))
                                     ? disclosure::Sensitivity::sensitive
                                     : disclosure::Sensitivity::ordinary;
        return disclosure::thresholds(source_.policy, disclosure::Output::comments, sensitivity).whole;
    }

    // Which answers go out, and with which weeks.
    void choose() {
        std::vector<Candidate> candidates;
        std::vector<const StoredAnswer*> guarded;
        for (const auto& answer : answers_) {
            if (!is_protected(answer)) {
                chosen_.emplace_back(&answer, std::nullopt);
                continue;
            }
            guarded.push_back(&answer);
            candidates.push_back({place_of(answer), answer.week});
        }
        const auto running = Period::containing(PeriodKind::week, source_.today).first;
        const auto spans = closed_spans(candidates, running, table_.fewest);
        for (std::size_t i = 0; i < guarded.size(); ++i)
            if (spans[i])
                chosen_.emplace_back(guarded[i], spans[i]);
            else
                ++table_.waiting;
    }
    [[nodiscard]] std::int64_t place_of(const StoredAnswer& answer) const {
        // Links at the same unit and contact point are one place: who is asked twice is still there.
        const auto& names = source_.places.at(answer.link);
        for (const auto& [link, other] : source_.places)
            if (other == names && source_.links.at(link).mode == source_.links.at(answer.link).mode)
                return link.value;
        return answer.link.value;
    }

    std::vector<AnswerCell> row_of(const StoredAnswer& answer, const std::optional<WeekSpan>& span) const {
        const auto& link = source_.links.at(answer.link);
        std::vector<AnswerCell> cells(fixed_columns);
        cells[unit] = value(source_.places.at(answer.link).first);
        cells[contact_point] = value(source_.places.at(answer.link).second);
        cells[period] = value(span              ? code_of(*span)
                              : answer.received ? answer.received->iso()
                                                : code_of(answer.week));
        cells[language] = value(answer.language);
        cells[way] = value(answer.way);
        if (link.mode != Mode::anonymous && !answer.respondent.empty())
            cells[respondent] = value(
                one_way("export " + std::to_string(link.survey.value), answer.respondent).substr(0, 12));
        for (const auto& column : questions_)
            cells.push_back(cell_of(column, answer.answers));
        return cells;
    }

    // Columns that others may know, the same for all rows: language, way and background questions.
    [[nodiscard]] std::vector<std::size_t> background_columns() const {
        std::vector<std::size_t> columns{language, way};
        for (std::size_t i = 0; i < questions_.size(); ++i)
            if (questions_[i].background) columns.push_back(fixed_columns + i);
        return columns;
    }
    [[nodiscard]] std::string background_at(const std::vector<AnswerCell>& row, std::size_t column) const {
        if (column < fixed_columns) return row[column].value;
        return background_text(questions_[column - fixed_columns], row[column]);
    }

    void protect_background() {
        const auto columns = background_columns();
        Background background;
        std::vector<std::int64_t> groups;
        std::vector<std::size_t> rows;
        std::map<std::pair<std::int64_t, Date>, std::int64_t> numbers;
        for (std::size_t i = 0; i < chosen_.size(); ++i) {
            if (!chosen_[i].second) continue;
            const std::pair group{place_of(*chosen_[i].first), chosen_[i].second->first};
            groups.push_back(
                numbers.try_emplace(group, static_cast<std::int64_t>(numbers.size())).first->second);
            rows.push_back(i);
            background.emplace_back();
            for (const auto column : columns)
                background.back().push_back(background_at(table_.rows[i], column));
        }
        withhold_rare(background, groups, table_.fewest);
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t c = 0; c < columns.size(); ++c)
                put_background(table_.rows[rows[i]][columns[c]], background[i][c]);
    }
    void put_background(AnswerCell& cell, const std::string& text) {
        if (text == withheld) {
            cell = {State::withheld};
            ++table_.values_withheld;
        } else if (cell.state == State::value) {
            cell.value = text;
        }
    }

    void collect_comments() {
        std::map<std::string, std::vector<Comment>> by_name;
        std::map<std::string, bool> guarded;
        for (const auto& [answer, span] : chosen_) {
            const auto version = source_.versions.find(answer->version);
            if (version == source_.versions.end()) continue;
            for (const auto& page : version->second->pages)
                for (const auto& question : page.questions)
                    for (const auto& name : comment_names(question)) {
                        const auto* said = find(answer->answers, name);
                        if (said == nullptr || !said->answered()) continue;
                        by_name[name].push_back({name, version->second->say(question.title, source_.language),
                                                 comments::mask_personal_data(said->value()).text});
                        guarded[name] = guarded[name] || span.has_value();
                    }
        }
        for (auto& [name, comments] : by_name) {
            if (guarded[name] && static_cast<std::int64_t>(comments.size()) < fewest_comments(name)) {
                table_.comments_withheld += comments.size();
                continue;
            }
            std::ranges::sort(comments, {}, &Comment::text); // not the order of the answers
            std::ranges::move(comments, std::back_inserter(table_.comments));
        }
    }

    const TableSource& source_;
    const std::vector<StoredAnswer>& answers_;
    AnswerTable table_;
    std::vector<QuestionColumn> questions_;
    std::vector<std::pair<const StoredAnswer*, std::optional<WeekSpan>>> chosen_;
    std::set<std::string> sensitive_; // names of questions, in any version
    bool any_protected_ = false;
};

} // namespace

AnswerTable make_table(const TableSource& source, const FixedLabels& labels,
                       const std::vector<StoredAnswer>& answers) {
    return TableMaker(source, labels, answers).make();
}

} // namespace maerkbar::surveys
