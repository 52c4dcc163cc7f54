#include "measurement/sentence_notes.hpp"

#include <cmath>

#include "measurement/value_text.hpp"

namespace maerkbar::measurement {

namespace {

using web::Language;

std::string unknown_rows(const Language& language, const Definition& definition, std::int64_t count) {
    if (definition.measure.unknown_is_not_met)
        return language.plural("{count} record lacks information and counts as not met.",
                               "{count} records lack information and count as not met.", count);
    return language.plural("{count} record lacks information and is left out.",
                           "{count} records lack information and are left out.", count);
}

} // namespace

std::string caution_sentence(const Language& language, const Definition& definition, const Verdict& verdict,
                             const Caution& caution, Date today) {
    const auto count = std::llround(caution.number);
    const auto periods = [&] { return periods_text(language, caution.periods, today); };
    switch (caution.kind) {
        case CautionKind::no_data:
            return language("There are no figures to judge yet.");
        case CautionKind::few_points:
            return language("With only {periods} of figures, chance and change cannot be told apart yet.",
                            {{"periods", periods_text(language, verdict.period_kind, count)}});
        case CautionKind::constant:
            return language("All periods have the same value, so there is no variation to judge by.");
        case CautionKind::missing_periods:
            return language("Figures are missing for {periods}.", {{"periods", periods()}});
        case CautionKind::running_period:
            return language(
                "The figures for {periods} are not complete yet and take no part in the judgement.",
                {{"periods", periods()}});
        case CautionKind::zero_denominator:
            return language("There was nothing to measure in {periods}.", {{"periods", periods()}});
        case CautionKind::hidden_periods:
            return language(
                "Too few answered in {periods} to show figures without somebody being recognised.",
                {{"periods", periods()}});
        case CautionKind::small_number:
            return language.plural("Only {count} record lies behind the figure, so chance moves it a lot.",
                                   "Only {count} records lie behind the figure, so chance moves it a lot.",
                                   count);
        case CautionKind::unknown_rows:
            return unknown_rows(language, definition, count);
        case CautionKind::autocorrelation:
            return language(
                "Each period resembles the one before more than chance gives, so the limits are too narrow: "
                "read single signals with care.");
        case CautionKind::late_data:
            return language("The latest complete figures are from {periods}.", {{"periods", periods()}});
        case CautionKind::missing_states:
            return language.plural(
                "{count} unit that had a figure in the period before has none in {periods} and is left out.",
                "{count} units that had a figure in the period before have none in {periods} and are left "
                "out.",
                count, {{"periods", periods()}});
        case CautionKind::late_states:
            return language.plural("The figure of {count} unit is older than the end of {periods}.",
                                   "The figures of {count} units are older than the end of {periods}.", count,
                                   {{"periods", periods()}});
        case CautionKind::old_data:
            return language("No newer complete figures have come in, so this says nothing about today.");
    }
    return {};
}

} // namespace maerkbar::measurement
