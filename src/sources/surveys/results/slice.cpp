#include "sources/surveys/results/slice.hpp"

#include <charconv>

#include "base/translatable.hpp"

namespace maerkbar::surveys::results {

namespace {

namespace ms = measurement;

Error wrong_filter() {
    return {
        ErrorKind::invalid,
        "survey.slice_filter",
        translatable("An indicator on survey answers names one question, and at most one contact point and "
                     "one customer type. Other parts are not released."),
        {},
        "filter"};
}

Error wrong_measure() {
    return {
        ErrorKind::invalid,
        "survey.slice_measure",
        translatable("An indicator on survey answers is a mean, or the share of answers on a step or above."),
        {},
        "measure"};
}

Result<void> read_question(std::string_view text, Slice& slice) {
    const auto code = text.substr(0, text.find(':'));
    const auto slash = code.find('/');
    if (slash == std::string_view::npos || slash + 1 == code.size()) return wrong_filter();
    const auto* end = code.data() + slash;
    const auto read = std::from_chars(code.data(), end, slice.survey.value);
    if (read.ec != std::errc() || read.ptr != end) return wrong_filter();
    slice.question = code.substr(slash + 1);
    return {};
}

Result<void> read_part(const ms::Condition& part, Slice& slice) {
    if (part.kind != ms::Condition::Kind::compare || part.comparison != ms::Comparison::is ||
        part.operands.size() != 1 || !std::holds_alternative<std::string>(part.operands.front()))
        return wrong_filter();
    const auto& text = std::get<std::string>(part.operands.front());
    if (part.column == "question" && slice.question.empty()) return read_question(text, slice);
    if (part.column == "contact_point" && slice.contact_point.empty()) {
        slice.contact_point = text;
        return {};
    }
    if (part.column == "customer_type" && slice.customer_type.empty()) {
        slice.customer_type = text;
        return {};
    }
    return wrong_filter();
}

Result<void> read_measure(const ms::Measure& measure, Slice& slice) {
    slice.mean = measure.kind == ms::MeasureKind::mean && measure.column == "answer";
    if (slice.mean) return {};
    const auto& condition = measure.condition;
    if (measure.kind != ms::MeasureKind::share || !measure.denominator.empty() ||
        condition.kind != ms::Condition::Kind::compare || condition.column != "answer" ||
        condition.comparison != ms::Comparison::at_least || condition.operands.size() != 1 ||
        !std::holds_alternative<double>(condition.operands.front()))
        return wrong_measure();
    slice.least = std::get<double>(condition.operands.front());
    return {};
}

ms::LocalText in_languages(const Definition& survey, const Texts& texts) {
    return {survey.say(texts, "da"), survey.say(texts, "nb"), survey.say(texts, "en")};
}

ms::Condition is(std::string column, std::string text) {
    ms::Condition condition{ms::Condition::Kind::compare, {}, std::move(column)};
    condition.operands = {std::move(text)};
    return condition;
}

} // namespace

Result<Slice> slice_of(const ms::Definition& definition) {
    Slice slice;
    const auto& filter = definition.filter;
    if (filter.kind == ms::Condition::Kind::compare) {
        TRY(read_part(filter, slice));
    } else if (filter.kind == ms::Condition::Kind::all) {
        for (const auto& part : filter.parts)
            TRY(read_part(part, slice));
    }
    if (slice.question.empty()) return wrong_filter();
    TRY(read_measure(definition.measure, slice));
    return slice;
}

std::string code_of(SurveyId survey, std::string_view question) {
    return std::to_string(survey.value) + "/" + std::string(question);
}

std::optional<GroupKind> group_kind_of(const Slice& slice, PeriodKind kind) {
    const bool split = !slice.contact_point.empty() || !slice.customer_type.empty();
    switch (kind) {
        case PeriodKind::month:
            return split ? std::nullopt : std::optional(GroupKind::month);
        case PeriodKind::quarter:
            return slice.customer_type.empty() ? std::optional(GroupKind::quarter) : std::nullopt;
        case PeriodKind::year:
            return split ? GroupKind::year_to_date : GroupKind::year;
        case PeriodKind::day:
        case PeriodKind::week:
        case PeriodKind::tertial:
            break;
    }
    return std::nullopt;
}

Period period_of(const GroupKey& group) {
    static constexpr PeriodKind kinds[] = {PeriodKind::month, PeriodKind::quarter, PeriodKind::year,
                                           PeriodKind::month, PeriodKind::year,    PeriodKind::year};
    return Period::containing(kinds[static_cast<std::size_t>(group.kind)], group.first);
}

ms::Definition proposed_indicator(SurveyId survey, const Definition& survey_definition,
                                  const CountedQuestion& question, std::string_view contact_point) {
    ms::Definition indicator;
    indicator.name = in_languages(survey_definition, survey_definition.title);
    const auto title = in_languages(survey_definition, question.question->title);
    for (auto [name, words] : {std::pair{&indicator.name.da, &title.da},
                               {&indicator.name.nb, &title.nb},
                               {&indicator.name.en, &title.en}}) {
        *name += ": " + *words;
        if (!contact_point.empty()) *name += " (" + std::string(contact_point) + ")";
    }
    indicator.phrase = question.kind == CountedKind::yes_no
                           ? ms::LocalText{"svarede ja", "svarte ja", "answered yes"}
                           : ms::LocalText{"var tilfredse eller enige", "var fornøyde eller enige",
                                           "were satisfied or agreed"};
    indicator.source = source_name;
    indicator.filter = is("question", code_of(survey, question.name));
    if (!contact_point.empty())
        indicator.filter = {ms::Condition::Kind::all,
                            {indicator.filter, is("contact_point", std::string(contact_point))}};
    indicator.measure.kind = ms::MeasureKind::share;
    indicator.measure.condition = {ms::Condition::Kind::compare, {}, "answer", ms::Comparison::at_least};
    indicator.measure.condition.operands = {static_cast<double>(question.lowest) +
                                            static_cast<double>(question.favourable_from.value_or(0))};
    indicator.direction = ms::Direction::higher_better;
    indicator.period = contact_point.empty() ? PeriodKind::month : PeriodKind::quarter;
    indicator.format = ms::NumberFormat::percent;
    indicator.sample = true;
    return indicator;
}

} // namespace maerkbar::surveys::results
