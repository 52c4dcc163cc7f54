#include "event_log/variants.hpp"

#include <algorithm>
#include <utility>

namespace maerkbar::event_log {

namespace {

constexpr std::uint32_t none = UINT32_MAX;

std::uint64_t hash_of(std::span<const Event> events) {
    std::uint64_t hash = events.size();
    for (const auto& event : events) {
        const auto product = static_cast<unsigned __int128>(hash ^ (event.activity + 0x9e3779b97f4a7c15ULL)) *
                             0xe7037ed1a0b428dbULL;
        hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    }
    return hash;
}

bool same_way(std::span<const Event> a, std::span<const Event> b) {
    return std::ranges::equal(a, b, {}, &Event::activity, &Event::activity);
}

// Puts cases that took the same way together.
class VariantFinder {
  public:
    explicit VariantFinder(const EventLog& log) : log_(log), slots_(std::size_t{1} << 10) {}

    void find() {
        variant_of.reserve(log_.case_count());
        for (std::size_t i = 0; i < log_.case_count(); ++i) {
            const auto number = number_of(i);
            if (number == found.size()) found.push_back({i, 0, {}});
            ++found[number].cases;
            variant_of.push_back(number);
        }
    }

    std::vector<Variant> found;
    std::vector<std::uint32_t> variant_of; // case → number in `found`

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = none;
    };

    std::uint32_t number_of(std::size_t index) {
        if (found.size() * 2 >= slots_.size()) grow();
        const auto events = log_.case_events(index);
        const auto hash = hash_of(events);
        auto place = hash & (slots_.size() - 1);
        for (; slots_[place].number != none; place = (place + 1) & (slots_.size() - 1)) {
            const auto& slot = slots_[place];
            if (slot.hash == hash && same_way(log_.case_events(found[slot.number].example), events))
                return slot.number;
        }
        slots_[place] = {hash, static_cast<std::uint32_t>(found.size())};
        return slots_[place].number;
    }

    void grow() {
        const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 4));
        for (const auto& slot : old) {
            if (slot.number == none) continue;
            auto place = slot.hash & (slots_.size() - 1);
            while (slots_[place].number != none)
                place = (place + 1) & (slots_.size() - 1);
            slots_[place] = slot;
        }
    }

    const EventLog& log_;
    std::vector<Slot> slots_;
};

// The text of a case's way from the n-th event on, a byte at a time.
class WayText {
  public:
    WayText(const EventLog& log, std::span<const Event> events) : log_(log), events_(events) { open(); }
    // −1 at the end.
    int next() {
        if (at_ < name_.size()) return static_cast<unsigned char>(name_[at_++]);
        if (events_.empty()) return -1;
        open();
        return '|';
    }

  private:
    void open() {
        name_ = log_.activity_name(events_.front().activity);
        at_ = 0;
        events_ = events_.subspan(1);
    }

    const EventLog& log_;
    std::span<const Event> events_;
    std::string_view name_;
    std::size_t at_ = 0;
};

// As their texts compare, which need not be made: mostly the first activity that differs tells.
bool text_before(const EventLog& log, std::size_t a, std::size_t b) {
    const auto first = log.case_events(a);
    const auto second = log.case_events(b);
    const auto [x, y] = std::ranges::mismatch(first, second, {}, &Event::activity, &Event::activity);
    if (x == first.end() || y == second.end()) return x == first.end() && y != second.end();
    const auto same = static_cast<std::size_t>(x - first.begin());
    WayText left(log, first.subspan(same));
    WayText right(log, second.subspan(same));
    for (;;) {
        const int from_left = left.next();
        const int from_right = right.next();
        if (from_left != from_right) return from_left < from_right;
        if (from_left < 0) return false;
    }
}

// The order of texts of cases' ways. Where no name of an activity begins another, it is the order of the
// names' ranks, and the first ranks fit into one number.
class WayOrder {
  public:
    explicit WayOrder(const EventLog& log) : log_(log), ranks_(log.activity_limit()) {
        const auto names = activities_by_name(log);
        for (std::size_t i = 0; i < names.size(); ++i) {
            ranks_[names[i]] = static_cast<std::uint32_t>(i + 1);
            if (i > 0 && log.activity_name(names[i]).starts_with(log.activity_name(names[i - 1])))
                by_rank_ = false;
        }
        bits_ = names.size() < 255 ? 8 : 16;
        by_rank_ = by_rank_ && names.size() < 65'535;
    }

    // The ranks of the first activities; equal where these do not tell.
    [[nodiscard]] std::uint64_t key(std::size_t index) const {
        if (!by_rank_) return 0;
        const auto events = log_.case_events(index);
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < 64 / bits_; ++i)
            key = (key << bits_) | (i < events.size() ? ranks_[events[i].activity] : 0);
        return key;
    }

    [[nodiscard]] bool before(std::size_t a, std::size_t b) const {
        if (!by_rank_) return text_before(log_, a, b);
        const auto rank = [this](const Event& event) { return ranks_[event.activity]; };
        const auto less = [&rank](const Event& x, const Event& y) { return rank(x) < rank(y); };
        return std::ranges::lexicographical_compare(log_.case_events(a), log_.case_events(b), less);
    }

  private:
    const EventLog& log_;
    std::vector<std::uint32_t> ranks_;
    unsigned bits_ = 8;
    bool by_rank_ = true;
};

// Numbers of variants, by cases and then by text.
std::vector<std::uint32_t> ranking(const EventLog& log, const std::vector<Variant>& found) {
    struct Place {
        std::size_t cases;
        std::uint64_t key;
        std::uint32_t number;
    };
    const WayOrder ways(log);
    std::vector<Place> places;
    for (std::uint32_t i = 0; i < found.size(); ++i)
        places.push_back({found[i].cases, ways.key(found[i].example), i});
    std::ranges::sort(places, [&](const Place& a, const Place& b) {
        if (a.cases != b.cases) return a.cases > b.cases;
        if (a.key != b.key) return a.key < b.key;
        return ways.before(found[a.number].example, found[b.number].example);
    });
    std::vector<std::uint32_t> order(places.size());
    std::ranges::transform(places, order.begin(), &Place::number);
    return order;
}

void describe_durations(const EventLog& log, std::vector<Variant>& ranked,
                        std::span<const std::uint32_t> ranks) {
    std::vector<std::size_t> places(ranked.size() + 1);
    for (std::size_t i = 0; i < ranked.size(); ++i)
        places[i + 1] = places[i] + ranked[i].cases;
    std::vector<Milliseconds> durations(log.case_count());
    auto next = places;
    for (std::size_t i = 0; i < log.case_count(); ++i)
        durations[next[ranks[i] - 1]++] = log.span_of(i).duration();
    for (std::size_t i = 0; i < ranked.size(); ++i)
        ranked[i].durations = describe_in_place(std::span(durations).subspan(places[i], ranked[i].cases));
}

} // namespace

Variants variants(const EventLog& log) {
    VariantFinder finder(log);
    finder.find();
    const auto order = ranking(log, finder.found);
    Variants out;
    std::vector<std::uint32_t> rank_of(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        rank_of[order[i]] = i + 1;
        out.ranked.push_back(finder.found[order[i]]);
    }
    out.ranks.reserve(finder.variant_of.size());
    for (const auto number : finder.variant_of)
        out.ranks.push_back(rank_of[number]);
    describe_durations(log, out.ranked, out.ranks);
    return out;
}

std::size_t Variants::covering(double share) const {
    const auto wanted = share * static_cast<double>(ranks.size());
    std::size_t covered = 0;
    std::size_t count = 0;
    while (count < ranked.size() && static_cast<double>(covered) < wanted)
        covered += ranked[count++].cases;
    return count;
}

std::string variant_text(const EventLog& log, std::size_t example) {
    std::string text;
    for (const auto& event : log.case_events(example)) {
        if (!text.empty() || &event != &log.case_events(example).front()) text += '|';
        text += log.activity_name(event.activity);
    }
    return text;
}

} // namespace maerkbar::event_log
