#include "app/survey/columns.hpp"

#include <charconv>

namespace maerkbar::app_survey {

using surveys::Question;
using surveys::QuestionType;

const Question* question_of(const surveys::Definition& definition, std::string_view name) {
    return definition.question(name.substr(0, name.find('.')));
}

bool has_steps(const Question& question) {
    return surveys::highest_step(question) > 0;
}

std::optional<double> number_of(const Respondent& respondent, std::string_view name) {
    const auto* answer = surveys::find(respondent.answers, name);
    if (answer == nullptr || !answer->answered()) return std::nullopt;
    const auto text = answer->value();
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

bool has_success(const Question& question) {
    return question.type == QuestionType::yes_no ||
           (has_steps(question) && question.type != QuestionType::nps);
}

std::optional<bool> success_of(const Question& question, const Respondent& respondent,
                               std::string_view name) {
    const auto* answer = surveys::find(respondent.answers, name);
    if (answer == nullptr || !answer->answered() || !has_success(question)) return std::nullopt;
    if (question.type == QuestionType::yes_no) return answer->value() == "yes";
    const int highest = surveys::highest_step(question);
    return number_of(respondent, name) >= (highest <= 3 ? highest : highest - 1);
}

std::vector<std::vector<double>> complete_columns(const Respondents& respondents,
                                                  std::span<const std::string> names) {
    std::vector<std::vector<double>> columns(names.size());
    std::vector<double> row(names.size());
    for (const auto* respondent : respondents) {
        std::size_t found = 0;
        for (; found < names.size(); ++found) {
            const auto value = number_of(*respondent, names[found]);
            if (!value) break;
            row[found] = *value;
        }
        if (found == names.size())
            for (std::size_t i = 0; i < names.size(); ++i)
                columns[i].push_back(row[i]);
    }
    return columns;
}

std::vector<std::int64_t> step_counts(const Question& question, const Respondents& respondents,
                                      std::string_view name) {
    const int lowest = surveys::lowest_step(question);
    std::vector<std::int64_t> counts(static_cast<std::size_t>(surveys::highest_step(question) - lowest + 1));
    for (const auto* respondent : respondents)
        if (const auto step = number_of(*respondent, name))
            ++counts[static_cast<std::size_t>(static_cast<int>(*step) - lowest)];
    return counts;
}

} // namespace maerkbar::app_survey
