#include "sources/surveys/results/answers_source.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/catalogue.hpp"
#include "sources/surveys/results/release_store.hpp"
#include "sources/surveys/results/slice.hpp"

namespace maerkbar::surveys::results {

namespace {

namespace ms = measurement;
using disclosure::Showing;
using organisation::CatalogueKind;
using storage::Connection;

constexpr int least_answers = 5; // of means and shares; the policy asks more of details

Result<std::optional<CatalogueId>> entry_named(Connection& connection, TenantId tenant, CatalogueKind kind,
                                               const std::string& name) {
    if (name.empty()) return std::optional(CatalogueId{0});
    for (const auto& entry : TRY(organisation::list_entries(connection, tenant, kind)))
        if (entry.name == name) return std::optional(entry.id);
    return std::optional<CatalogueId>();
}

Result<std::optional<CountedQuestion>> question_of(Connection& connection, TenantId tenant,
                                                   const Slice& slice, Definition& definition) {
    const auto survey = read_survey(connection, tenant, slice.survey);
    if (!survey.ok() || survey->published == 0) return std::optional<CountedQuestion>();
    definition = TRY(read_version(connection, tenant, slice.survey, survey->published));
    auto question = counted_question(definition, slice.question);
    if (question && !question->favourable_from) return std::optional<CountedQuestion>();
    return question;
}

// Only the sum and number are let out of few answers. Where squares are not known they are as large as they
// can be with this sum, so the interval is rather too wide than too narrow.
ms::Int128 squares_of(const CountedQuestion& question, const Figures& figures) {
    const auto lowest = static_cast<std::int64_t>(question.lowest);
    const auto highest = lowest + static_cast<std::int64_t>(question.values.size()) - 1;
    if (!figures.distribution)
        return (lowest + highest) * figures.sum.value_or(0) - figures.answers * lowest * highest;
    std::int64_t squares = 0;
    for (std::size_t i = 0; i < figures.distribution->values.size(); ++i) {
        const auto step = lowest + static_cast<std::int64_t>(i);
        squares += step * step * figures.distribution->values[i];
    }
    return squares;
}

// Answers at or above a step that is not the usual one are known only where the distribution is shown.
std::optional<std::int64_t> at_least(const CountedQuestion& question, const Figures& figures, double least) {
    const auto usual = static_cast<double>(question.lowest) + static_cast<double>(*question.favourable_from);
    if (least == usual) return figures.favourable;
    if (!figures.distribution) return std::nullopt;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < figures.distribution->values.size(); ++i)
        if (static_cast<double>(question.lowest) + static_cast<double>(i) >= least)
            count += figures.distribution->values[i];
    return count;
}

std::optional<ms::Cell> cell_of(const Slice& slice, const CountedQuestion& question, const Figures& figures) {
    if (!figures.shown()) return std::nullopt;
    ms::Cell cell;
    cell.rows = cell.count = figures.answers;
    if (slice.mean) {
        if (!figures.sum) return std::nullopt;
        cell.sum = *figures.sum;
        cell.squares = squares_of(question, figures);
        return cell;
    }
    const auto counted = at_least(question, figures, slice.least);
    if (!counted) return std::nullopt;
    cell.sum = *counted;
    cell.weight = figures.answers;
    return cell;
}

void take(const Slice& slice, const CountedQuestion& question, const Release& release,
          ms::ReleasedCells& into) {
    const auto period = period_of(release.group);
    if (auto cell = cell_of(slice, question, release.figures)) {
        into.cells[period] = *cell;
    } else {
        into.hidden.insert(period);
        if (release.figures.count.below) into.too_few[period] = *release.figures.count.below;
    }
}

// The running month, as it was last shown.
void take_running(const Slice& slice, const CountedQuestion& question, const Release& release,
                  ms::ReleasedCells& into) {
    const auto period = period_of(release.group);
    auto cell = cell_of(slice, question, release.figures);
    if (!cell || into.hidden.contains(period)) return;
    if (into.cells.contains(period) && !into.running.contains(period)) return;
    into.cells[period] = *cell;
    into.running.insert(period);
}

} // namespace

AnswersSource::AnswersSource()
    : schema_{std::string(source_name),
              translatable("Survey answers"),
              {{"question", translatable("Question"), ms::ColumnType::category, true},
               {"contact_point", translatable("Contact point"), ms::ColumnType::category},
               {"customer_type", translatable("Customer type"), ms::ColumnType::category},
               {"answer", translatable("Answer, as a step"), ms::ColumnType::whole}}} {
    schema_.protected_minimum = least_answers;
}

Result<void> AnswersSource::facts(Connection&, const ms::FactView&, ms::UnitDays,
                                  const std::function<void(const ms::Fact&)>&) const {
    return {};
}

Result<std::vector<ms::UnitDays>> AnswersSource::extent(Connection&, const ms::FactView&) const {
    return std::vector<ms::UnitDays>();
}

Result<std::vector<std::pair<std::int64_t, std::string>>> AnswersSource::categories(
    Connection& connection, TenantId tenant, std::string_view column) const {
    std::vector<std::pair<std::int64_t, std::string>> texts;
    if (column == "question") {
        for (const auto& survey : TRY(list_surveys(connection, tenant)))
            for (const auto& question : counted_questions(survey.draft))
                if (survey.published > 0 && question.favourable_from)
                    texts.emplace_back(static_cast<std::int64_t>(texts.size()) + 1,
                                       code_of(survey.id, question.name) + ": " +
                                           survey.draft.say(question.question->title, "da"));
        return texts;
    }
    if (column == "answer") return texts;
    const auto kind = column == "contact_point" ? CatalogueKind::contact_point : CatalogueKind::customer_type;
    for (const auto& entry : TRY(organisation::list_entries(connection, tenant, kind)))
        texts.emplace_back(entry.id.value, entry.name);
    return texts;
}

Result<void> AnswersSource::check(Connection& connection, TenantId tenant,
                                  const ms::Definition& definition) const {
    const auto slice = TRY(slice_of(definition));
    Definition survey;
    if (!TRY(question_of(connection, tenant, slice, survey)))
        return Error{ErrorKind::invalid,
                     "survey.slice_question",
                     translatable("There is no such question on a scale, or with yes and no, in a survey."),
                     {},
                     "filter"};
    if (!group_kind_of(slice, definition.period))
        return Error{
            ErrorKind::invalid,
            "survey.slice_period",
            translatable("Survey answers are released by month, quarter and year; those of a contact "
                         "point by quarter and year, those of a customer type by year."),
            {},
            "period"};
    return {};
}

// A week belongs to the month of its Monday, so a month whose last week is released is complete.
Result<ms::ReleasedReach> AnswersSource::reach(Connection& connection, TenantId tenant) const {
    const auto week =
        TRY(connection.number("select max(released_week) from survey_counted where tenant_id = ?", {tenant}));
    if (week == 0) return ms::ReleasedReach{};
    const Date monday{static_cast<std::int32_t>(week)};
    const auto month = Period::containing(PeriodKind::month, monday);
    const auto edition =
        TRY(connection.number("select count(*) from survey_release where tenant_id = ?", {tenant}));
    return ms::ReleasedReach{monday + 7 > month.last() ? month.last() : monday, edition};
}

Result<ms::ReleasedCells> AnswersSource::cells(Connection& connection, TenantId tenant,
                                               const ms::Definition& definition, UnitId unit,
                                               PeriodKind kind) const {
    const auto slice = slice_of(definition);
    if (!slice.ok()) return ms::ReleasedCells{};
    const auto group = group_kind_of(*slice, kind);
    Definition survey;
    const auto question = TRY(question_of(connection, tenant, *slice, survey));
    const auto point =
        TRY(entry_named(connection, tenant, CatalogueKind::contact_point, slice->contact_point));
    const auto type =
        TRY(entry_named(connection, tenant, CatalogueKind::customer_type, slice->customer_type));
    ms::ReleasedCells found;
    if (!group || !question || !point || !type) return found;
    ReleaseQuestion asked{slice->survey, unit, slice->question, point, type, group, {}, {}};
    for (const auto& release : TRY(read_releases(connection, tenant, asked)))
        if (group != GroupKind::year_to_date || release.group.last == period_of(release.group).last())
            take(*slice, *question, release, found);
    if (group != GroupKind::month) return found;
    asked.kind = GroupKind::month_to_date;
    for (const auto& release : TRY(read_releases(connection, tenant, asked)))
        take_running(*slice, *question, release, found);
    return found;
}

} // namespace maerkbar::surveys::results
