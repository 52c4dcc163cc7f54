#include "measurement/judge.hpp"

#include <algorithm>

#include "measurement/verdict_between.hpp"
#include "measurement/verdict_rules.hpp"

namespace maerkbar::measurement {

namespace {

std::optional<double> there(double value) {
    return statistics::is_missing(value) ? std::nullopt : std::optional(value);
}

std::optional<std::size_t> index_of(const Verdict& verdict, Period period) {
    for (std::size_t i = 0; i < verdict.points.size(); ++i)
        if (verdict.points[i].period >= period) return i;
    return std::nullopt;
}

void mark_decisions(const JudgeInput& input, Verdict& verdict) {
    for (auto& point : verdict.points) {
        point.excluded =
            std::ranges::find(input.decisions.excluded, point.period) != input.decisions.excluded.end();
        point.target = target_on(input.targets, input.lineage, point.period.last());
    }
    verdict.phase_starts = {0};
    for (const auto& phase : input.decisions.phases)
        if (const auto start = index_of(verdict, phase.from); start && *start > verdict.phase_starts.back())
            verdict.phase_starts.push_back(*start);
}

std::optional<std::size_t> latest_complete(const Verdict& verdict) {
    for (auto i = verdict.points.size(); i > 0; --i)
        if (verdict.points[i - 1].state == PeriodState::complete) return i - 1;
    return std::nullopt;
}

// After which points limits are frozen: the index of the first point that has no say in them.
std::vector<std::size_t> frozen_ends(const JudgeInput& input, const Verdict& verdict) {
    std::vector<std::size_t> ends;
    for (const auto period : input.decisions.frozen_until)
        if (const auto after = index_of(verdict, period.next()); after && *after > 0) ends.push_back(*after);
    return ends;
}

void mark_frozen(std::span<const std::size_t> ends, Verdict& verdict) {
    for (auto& phase : verdict.phases)
        for (const auto end : ends) {
            const auto last = verdict.points[end - 1].period;
            if (phase.first <= last && last < phase.last) phase.frozen_until = last;
        }
}

void mark_runs(const ChosenChart& chosen, Verdict& verdict) {
    for (const auto& part : chosen.chart.parts)
        if (part.runs.too_long())
            for (auto i = part.runs.longest_first; i <= part.runs.longest_last; ++i)
                verdict.points[i].in_run = counts(verdict.points[i]);
}

void mark_limits(const ChosenChart& chosen, Verdict& verdict) {
    for (std::size_t i = 0; i < chosen.chart.points.size(); ++i) {
        const auto& drawn = chosen.chart.points[i];
        auto& point = verdict.points[i];
        point.centre = there(drawn.cl);
        point.lower = there(drawn.lcl);
        point.upper = there(drawn.ucl);
        point.phase = drawn.part - 1;
        point.outside = drawn.sigma_signal && counts(point);
    }
    mark_runs(chosen, verdict);
    verdict.phases = judged_phases(chosen.chart, verdict.points);
}

// Where the level that holds now began: at a found shift, or with the last phase.
std::size_t start_of_now(const Verdict& verdict) {
    const auto last_phase = verdict.phase_starts.back();
    if (!verdict.shift) return last_phase;
    return std::max(last_phase, index_of(verdict, verdict.shift->since).value_or(last_phase));
}

} // namespace

Verdict judge(JudgeInput input) {
    Verdict verdict;
    verdict.indicator = input.indicator;
    verdict.unit = input.unit;
    verdict.period_kind = input.points.empty() ? input.definition.period : input.points.front().period.kind;
    verdict.direction = input.definition.direction;
    verdict.points = std::move(input.points);
    mark_decisions(input, verdict);
    verdict.latest = latest_complete(verdict);
    const auto frozen = frozen_ends(input, verdict);
    const auto chosen = draw_chart(input.definition, verdict.points, verdict.phase_starts, frozen);
    verdict.chart = chosen.type;
    verdict.chart_reason = chosen.reason;
    verdict.between = judge_between(input, verdict);
    if (!verdict.between) {
        mark_limits(chosen, verdict);
        mark_frozen(frozen, verdict);
    }
    if (const auto* latest = verdict.latest_point()) {
        verdict.uncertainty = uncertainty_of(input, *latest);
        if (input.definition.sample) verdict.interval = verdict.uncertainty;
        verdict.target = latest->target;
        if (!verdict.between) {
            verdict.signals = find_signals(verdict, chosen);
            verdict.shift = find_level_shift(verdict, input);
        }
        judge_next_period(input, start_of_now(verdict), verdict);
    } else {
        verdict.target = target_on(input.targets, input.lineage, input.today);
        if (verdict.target) verdict.capability = Capability::unknown;
    }
    verdict.target_status = target_status(verdict, input.definition.sample);
    verdict.cautions = find_cautions(verdict, input);
    verdict.tag = tag_of(verdict);
    return verdict;
}

} // namespace maerkbar::measurement
