#include "event_log/backlog.hpp"

#include <algorithm>

#include "base/distinct.hpp"

namespace maerkbar::event_log {

namespace {

using Span = EventLog::Span;

// The number of the window that holds a moment; −1 before the first, bounds.size() − 1 after the last.
std::ptrdiff_t window_of(std::span<const Milliseconds> bounds, Milliseconds moment) {
    return (std::ranges::upper_bound(bounds, moment) - bounds.begin()) - 1;
}

// Adds up, for each window, for how long cases were open in it.
class OpenTime {
  public:
    explicit OpenTime(std::span<const Milliseconds> bounds)
        : bounds_(bounds), partly_(bounds.size()), whole_(bounds.size()) {}

    void add(const Span& span) {
        const auto last = static_cast<std::ptrdiff_t>(bounds_.size()) - 1;
        const auto from = std::max(span.arrived, bounds_.front());
        const auto to = std::min(span.completed, bounds_.back());
        if (to <= from) return;
        const auto first_window = static_cast<std::size_t>(window_of(bounds_, from));
        const auto last_window = static_cast<std::size_t>(std::min(window_of(bounds_, to), last - 1));
        if (first_window == last_window) {
            partly_[first_window] += to - from;
            return;
        }
        partly_[first_window] += bounds_[first_window + 1] - from;
        partly_[last_window] += to - bounds_[last_window];
        whole_[first_window + 1] += 1;
        whole_[last_window] -= 1;
    }

    // Called for each window in order.
    double next_mean() {
        open_throughout_ += whole_[at_];
        const auto length = bounds_[at_ + 1] - bounds_[at_];
        const auto mean =
            static_cast<double>(partly_[at_]) / static_cast<double>(std::max<Milliseconds>(1, length)) +
            static_cast<double>(open_throughout_);
        ++at_;
        return mean;
    }

  private:
    std::span<const Milliseconds> bounds_;
    std::vector<Milliseconds> partly_;
    std::vector<std::ptrdiff_t> whole_; // change in how many are open from end to end
    std::ptrdiff_t open_throughout_ = 0;
    std::size_t at_ = 0;
};

// Those of `sorted` whose `moment` lies in [from, to).
std::span<const Span> in(std::span<const Span> sorted, Milliseconds Span::*moment, Milliseconds from,
                         Milliseconds to) {
    const auto first = std::ranges::lower_bound(sorted, from, {}, moment);
    const auto last = std::ranges::lower_bound(first, sorted.end(), to, {}, moment);
    return {first, last};
}

Milliseconds duration_of(const Span& span) {
    return span.completed == unfinished ? unfinished : span.duration();
}

std::vector<Milliseconds> durations_of(std::span<const Span> spans) {
    std::vector<Milliseconds> out(spans.size());
    std::ranges::transform(spans, out.begin(), duration_of);
    return out;
}

std::optional<Lengths> described(std::vector<Milliseconds> values) {
    return values.empty() ? std::nullopt : std::optional(describe_in_place(values));
}

// Follows who is open while moments rise: a single case that is closed in the year 9999 adds months, but not
// a look at every case in each of them.
class OpenCases {
  public:
    explicit OpenCases(std::span<const Span> by_arrival) : by_arrival_(by_arrival) {}

    std::vector<Milliseconds> ages_at(Milliseconds moment) {
        for (; next_ < by_arrival_.size() && by_arrival_[next_].arrived < moment; ++next_)
            open_.push_back(by_arrival_[next_]);
        std::erase_if(open_, [moment](const Span& span) { return span.completed < moment; });
        std::vector<Milliseconds> ages(open_.size());
        std::ranges::transform(open_, ages.begin(),
                               [moment](const Span& span) { return moment - span.arrived; });
        return ages;
    }

  private:
    std::span<const Span> by_arrival_;
    std::size_t next_ = 0;
    std::vector<Span> open_;
};

constexpr std::array<int, 8> age_classes{0, 7, 14, 30, 60, 90, 180, 365};

Ageing ageing_at(const Backlog& backlog, Milliseconds snapshot) {
    Ageing out{snapshot, {}};
    for (std::size_t i = 0; i < age_classes.size(); ++i) {
        const bool last = i + 1 == age_classes.size();
        out.classes.push_back(
            {age_classes.at(i), last ? std::nullopt : std::optional(age_classes.at(i + 1)), 0});
    }
    for (const auto age : backlog.ages_at(snapshot)) {
        std::size_t i = 0;
        while (i + 1 < age_classes.size() && age > age_classes.at(i + 1) * day_ms)
            ++i;
        ++out.classes[i].open;
    }
    return out;
}

LittlesLaw law_in(const Backlog& backlog, Milliseconds from, Milliseconds to) {
    LittlesLaw law;
    const std::array bounds{from, to};
    law.window = backlog.windows(bounds).front();
    if (const auto done = described(backlog.completed_in(from, to))) law.mean_duration = done->mean;
    return law;
}

// From the first event to the last, both included, so that every case counts.
LittlesLaw law_of_all(const EventLog& log, const Backlog& backlog) {
    auto law = law_in(backlog, log.first_time(), log.last_time() + 1);
    const auto length = log.last_time() - log.first_time();
    law.window.to = log.last_time();
    Milliseconds open_time = 0;
    for (const auto& span : backlog.by_arrival())
        open_time += std::min(span.completed, log.last_time()) - span.arrived;
    law.window.mean_open = length > 0 ? static_cast<double>(open_time) / static_cast<double>(length) : 0;
    return law;
}

} // namespace

Backlog::Backlog(const EventLog& log) {
    by_arrival_.reserve(log.case_count());
    for (std::size_t i = 0; i < log.case_count(); ++i) {
        by_arrival_.push_back(log.span_of(i));
        if (!log.is_closed(i)) by_arrival_.back().completed = unfinished;
    }
    by_completion_ = by_arrival_;
    std::ranges::sort(by_arrival_, {}, &Span::arrived);
    std::ranges::sort(by_completion_, {}, &Span::completed);
}

std::vector<Backlog::Window> Backlog::windows(std::span<const Milliseconds> bounds) const {
    std::vector<Window> out;
    if (bounds.size() < 2) return out;
    OpenTime open_time(bounds);
    for (const auto& span : by_arrival_)
        open_time.add(span);
    const auto before = [&](const std::vector<Span>& sorted, Milliseconds Span::*moment) {
        return static_cast<std::size_t>(std::ranges::lower_bound(sorted, bounds[0], {}, moment) -
                                        sorted.begin());
    };
    auto open = before(by_arrival_, &Span::arrived) - before(by_completion_, &Span::completed);
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        Window window{bounds[i], bounds[i + 1], open};
        window.arrived = in(by_arrival_, &Span::arrived, window.from, window.to).size();
        window.completed = in(by_completion_, &Span::completed, window.from, window.to).size();
        window.mean_open = open_time.next_mean();
        open = window.open_after();
        out.push_back(window);
    }
    return out;
}

std::vector<Milliseconds> Backlog::completed_in(Milliseconds from, Milliseconds to) const {
    return durations_of(in(by_completion_, &Span::completed, from, to));
}

std::vector<Milliseconds> Backlog::arrived_in(Milliseconds from, Milliseconds to) const {
    return durations_of(in(by_arrival_, &Span::arrived, from, to));
}

std::vector<Milliseconds> Backlog::ages_at(Milliseconds moment) const {
    std::vector<Milliseconds> ages;
    for (const auto& span : by_arrival_) {
        if (span.arrived >= moment) break;
        if (span.completed >= moment) ages.push_back(moment - span.arrived);
    }
    return ages;
}

std::vector<MonthFlow> months(const EventLog& log, const Zone& zone) {
    std::vector<MonthFlow> out;
    const Backlog backlog(log);
    OpenCases open(backlog.by_arrival());
    const auto starts = month_starts(log, zone);
    for (const auto& window : backlog.windows(moments(starts, zone))) {
        MonthFlow month{starts[out.size()], window, {}, {}, {}, {}};
        month.completed = described(backlog.completed_in(window.from, window.to));
        auto cohort = backlog.arrived_in(window.from, window.to);
        month.cohort_median = quantile_in_place(cohort, 0.5);
        month.cohort_p90 = quantile_in_place(cohort, 0.9);
        month.open_ages = described(open.ages_at(window.to));
        out.push_back(std::move(month));
    }
    return out;
}

std::vector<Ageing> ageing(const EventLog& log, std::span<const Milliseconds> snapshots) {
    const Backlog backlog(log);
    std::vector<Ageing> out;
    for (const auto snapshot : snapshots)
        out.push_back(ageing_at(backlog, snapshot));
    return out;
}

std::vector<Milliseconds> usual_snapshots(const EventLog& log, const Zone& zone) {
    const auto starts = moments(month_starts(log, zone), zone);
    std::vector<Milliseconds> out;
    for (std::size_t quarter = 1; quarter <= 3 && starts.size() > 1; ++quarter)
        out.push_back(starts[starts.size() * quarter / 4]);
    if (starts.size() > 1) out.push_back(starts[starts.size() - 2]);
    sort_distinct(out);
    return out;
}

std::vector<LittlesLaw> littles_law(const EventLog& log, const Zone& zone) {
    if (log.case_count() == 0) return {};
    const Backlog backlog(log);
    std::vector<LittlesLaw> out{law_of_all(log, backlog)};
    const auto starts = year_starts(log, zone);
    const auto bounds = moments(starts, zone);
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        out.push_back(law_in(backlog, bounds[i], bounds[i + 1]));
        out.back().year = starts[i].year();
    }
    return out;
}

} // namespace maerkbar::event_log
