#include "sources/surveys/formats/expression.hpp"

namespace maerkbar::surveys {

namespace {

class Writer {
  public:
    Writer(Dialect dialect, const Definition& definition)
        : surveyjs_(dialect == Dialect::surveyjs), definition_(definition) {}

    std::string write(const Condition& condition, bool inside = false) const {
        if (condition.kind == Condition::Kind::compare) return compare(condition);
        std::string text;
        const char* const word = condition.kind == Condition::Kind::all ? " and " : " or ";
        for (const auto& part : condition.parts)
            text += (text.empty() ? "" : word) + write(part, true);
        if (condition.kind == Condition::Kind::none)
            return surveyjs_ ? "!(" + text + ')' : "not(" + text + ')';
        return inside && condition.parts.size() > 1 ? '(' + text + ')' : text;
    }

  private:
    std::string compare(const Condition& condition) const {
        const auto name = (surveyjs_ ? "{" : "${") + condition.question + '}';
        switch (condition.comparison) {
            case Comparison::answered:
                return name + (surveyjs_ ? " notempty" : " != ''");
            case Comparison::not_answered:
                return name + (surveyjs_ ? " empty" : " = ''");
            case Comparison::contains:
                return surveyjs_ ? name + " contains " + value_of(condition)
                                 : "selected(" + name + ", " + value_of(condition) + ')';
            case Comparison::equal:
                return name + " = " + value_of(condition);
            case Comparison::not_equal:
                return name + " != " + value_of(condition);
            case Comparison::less:
                return name + " < " + value_of(condition);
            case Comparison::at_most:
                return name + " <= " + value_of(condition);
            case Comparison::more:
                return name + " > " + value_of(condition);
            case Comparison::at_least:
                return name + " >= " + value_of(condition);
        }
        return {};
    }

    std::string value_of(const Condition& condition) const {
        const auto* question = definition_.question(condition.question);
        if (surveyjs_ && question != nullptr && question->type == QuestionType::yes_no)
            return condition.value == "yes" ? "true" : "false";
        if (number_in(condition.value)) return condition.value;
        const char mark = condition.value.find('\'') == std::string::npos ? '\'' : '"';
        return mark + condition.value + mark;
    }

    bool surveyjs_;
    const Definition& definition_;
};

} // namespace

std::string write_expression(const Condition& condition, Dialect dialect, const Definition& definition) {
    return Writer(dialect, definition).write(condition);
}

} // namespace maerkbar::surveys
