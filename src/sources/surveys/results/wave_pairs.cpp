#include "sources/surveys/results/wave_pairs.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <cmath>

#include "base/json_writer.hpp"
#include "disclosure/policy.hpp"
#include "sources/surveys/results/paired_side.hpp"
#include "sources/surveys/results/stored_json.hpp"
#include "statistics/own_code_pairing.hpp"

namespace maerkbar::surveys::results {

namespace {

namespace json = boost::json;
namespace st = statistics;

constexpr double seldom_by_chance = 0.05;

void count_changes(const PairedSide& before, const PairedSide& after, const st::OwnCodePairing& pairing,
                   PairFigures& into) {
    for (const auto& pair : pairing.pairs) {
        const auto from = before.steps[pair.before];
        const auto to = after.steps[pair.after];
        ++(to > from ? into.up : to < from ? into.down : into.same);
    }
}

void compare_with_others(const StepCounts& found, const StepCounts& others, std::int64_t fewest,
                         PairFigures& into) {
    if (st::answers_on(found) < fewest || st::answers_on(others) < fewest) return;
    const auto bias = st::pairing_bias(found, others);
    const auto& test = bias.difference;
    into.paired_mean = bias.paired_mean;
    into.others_mean = bias.unpaired_mean;
    into.differ = (std::isnan(test.p_exact) ? test.p_asymptotic : test.p_exact) < seldom_by_chance;
}

} // namespace

std::optional<PairFigures> pair_figures(const CountedQuestion& question,
                                        const std::vector<PairedAnswer>& before,
                                        const std::vector<PairedAnswer>& after) {
    PairedSide first(question, before);
    PairedSide second(question, after);
    const auto pairing = pair_up(first, second);
    PairFigures figures{static_cast<std::int64_t>(pairing.pairs.size()), pairing.match_rate};
    count_changes(first, second, pairing, figures);
    const auto found = first.counts(question, true);
    const auto others = first.counts(question, false);
    const auto fewest = disclosure::thresholds({}, disclosure::Output::mean, question.sensitivity());
    if (figures.pairs < fewest.split || gives_away(others, fewest) ||
        gives_away(second.counts(question, false), fewest) ||
        all_alike({figures.up, figures.same, figures.down}))
        return std::nullopt;
    compare_with_others(found, others, fewest.split, figures);
    return figures;
}

std::string write_pairs(const std::optional<PairFigures>& figures) {
    if (!figures) return {};
    JsonWriter json;
    json.begin_object()
        .member("pairs", figures->pairs)
        .member("match_rate", figures->match_rate)
        .member("up", figures->up)
        .member("same", figures->same)
        .member("down", figures->down);
    if (figures->paired_mean) json.member("paired_mean", *figures->paired_mean);
    if (figures->others_mean) json.member("others_mean", *figures->others_mean);
    json.member("differ", figures->differ);
    return std::move(json.end_object()).text();
}

Result<std::optional<PairFigures>> read_pairs(std::string_view text) {
    if (text.empty()) return std::optional<PairFigures>();
    const auto object = TRY(stored_object(text));
    const auto whole = [&](std::string_view name) { return std::llround(number_in(object, name)); };
    PairFigures figures{whole("pairs"), number_in(object, "match_rate"), whole("up"), whole("same"),
                        whole("down")};
    if (object.contains("paired_mean")) figures.paired_mean = number_in(object, "paired_mean");
    if (object.contains("others_mean")) figures.others_mean = number_in(object, "others_mean");
    if (const auto* differ = object.if_contains("differ"); differ != nullptr && differ->is_bool())
        figures.differ = differ->as_bool();
    return std::optional(figures);
}

} // namespace maerkbar::surveys::results
