#include "simulation/replication.hpp"

#include <algorithm>
#include <cmath>

#include "simulation/event_clock.hpp"
#include "simulation/random.hpp"
#include "simulation/waiting_line.hpp"

namespace maerkbar::simulation {

namespace {

using CaseNumber = std::uint32_t;
constexpr CaseNumber no_case = static_cast<CaseNumber>(-1);

struct Case {
    double arrived = 0;
    double queued = 0;
    double deadline = never;       // leaves then if it still waits
    double work_left = -1;         // of interrupted work
    std::uint64_t key = 0;         // of its chances
    CaseNumber together = no_case; // the next case in the same hands
    std::uint16_t type = 0;
    std::uint16_t stage = 0;
    std::uint32_t visits = 0; // stages begun, those repeated too
};

enum class Purpose : std::uint64_t { work, patience, ends, repeats };

// What a case draws depends on nothing but its key, how far it has come and what for.
double share_for(const Case& one, Purpose purpose) {
    return share_of(key_of(one.key, std::uint64_t{one.visits} * 4 + static_cast<std::uint64_t>(purpose)));
}

// The next arrivals of one type.
class ArrivalSource {
  public:
    ArrivalSource(const CaseType& type, std::uint64_t key) : type_(type), key_(key), walk_(type.arrivals) {}

    // When the next comes; never where none will.
    double next(double horizon) {
        if (!type_.times.empty()) return number_ < type_.times.size() ? type_.times[number_++] : never;
        double wanted = -std::log(share_of(key_of(key_, 2 * number_++)));
        while (now_ < horizon) {
            const double room = (walk_.end() - now_) * walk_.value();
            if (wanted <= room) return now_ += wanted / walk_.value();
            wanted -= room;
            now_ = walk_.end();
            walk_.step();
        }
        return never;
    }
    // How many came together just now.
    [[nodiscard]] std::size_t batch() const {
        if (!type_.batch_size) return 1;
        const double size = draw(*type_.batch_size, share_of(key_of(key_, 2 * number_ + 1)));
        return static_cast<std::size_t>(std::clamp(std::round(size), 0.0, 1e6));
    }
    [[nodiscard]] std::uint64_t case_key(std::uint64_t number) const { return key_of(~key_, number); }

  private:
    const CaseType& type_;
    std::uint64_t key_;
    WeeklyWalk walk_;
    std::uint64_t number_ = 0;
    double now_ = 0;
};

// A pair of hands: what it holds and since when.
struct Hands {
    CaseNumber first = no_case;
    double since = 0;
};

struct TeamState {
    TeamState(const Team& team, std::size_t priorities, std::size_t first)
        : team_(&team),
          walk(team.people),
          lines(priorities),
          first_hands(first),
          people(static_cast<std::size_t>(walk.value())) {
        hands.resize(static_cast<std::size_t>(team.people.highest()));
        for (std::size_t i = hands.size(); i-- > 0;)
            free.push_back(static_cast<std::uint32_t>(i));
    }
    [[nodiscard]] const Team& team() const { return *team_; }
    [[nodiscard]] std::size_t busy() const { return hands.size() - free.size(); }

    const Team* team_;
    WeeklyWalk walk;
    std::vector<WaitingLine> lines; // by priority
    WaitingLine interrupted;        // taken up again before anything new
    std::size_t waiting = 0;        // in `lines`
    std::size_t first_hands;        // source number of its first hands
    std::size_t people;
    double staff_counted = 0; // until when
    std::vector<Hands> hands;
    std::vector<std::uint32_t> free;
};

class Engine {
  public:
    Engine(const Scenario& scenario, std::uint64_t key)
        : scenario_(scenario), clock_(count_sources(scenario)) {
        auto source = scenario.teams.size() + scenario.types.size();
        for (const auto& team : scenario.teams) {
            teams_.emplace_back(team, scenario.most_priorities, source);
            for (std::size_t i = 0; i < teams_.back().hands.size(); ++i)
                owner_.push_back(static_cast<std::uint32_t>(teams_.size() - 1));
            source += teams_.back().hands.size();
        }
        for (const auto& type : scenario.types)
            arrivals_.emplace_back(type, key_of(key, type.name));
        result_.types.resize(scenario.types.size());
        result_.steps.resize(scenario.steps.size());
        result_.teams.resize(scenario.teams.size());
        result_.in_system_by_week.resize(static_cast<std::size_t>(scenario.hours / hours_a_week) + 2);
        result_.measured_hours = scenario.hours - scenario.warm_up;
    }

    ReplicationResult run() {
        begin();
        while (clock_.next_time() < scenario_.hours) {
            now_ = clock_.next_time();
            happen(clock_.next());
        }
        now_ = scenario_.hours;
        finish();
        return std::move(result_);
    }

  private:
    static std::size_t count_sources(const Scenario& scenario) {
        auto sources = scenario.teams.size() + scenario.types.size();
        for (const auto& team : scenario.teams)
            sources += static_cast<std::size_t>(team.people.highest());
        return sources;
    }

    void begin() {
        for (std::size_t i = 0; i < scenario_.types.size(); ++i) {
            for (const auto& backlog : scenario_.types[i].waiting)
                for (const double age : backlog.ages)
                    enter_waiting(i, backlog.stage, age);
            clock_.set(scenario_.teams.size() + i, arrivals_[i].next(scenario_.hours));
        }
        for (std::size_t i = 0; i < teams_.size(); ++i) {
            if (teams_[i].team().people.size() > 1) clock_.set(i, teams_[i].walk.end());
            start_work(i);
        }
    }

    void happen(std::size_t source) {
        if (source >= scenario_.teams.size() + scenario_.types.size())
            return end_work(owner_[source - scenario_.teams.size() - scenario_.types.size()], source);
        if (source < scenario_.teams.size()) return change_shift(source);
        arrive(source - scenario_.teams.size());
    }

    void arrive(std::size_t type) {
        auto& source = arrivals_[type];
        const auto batch = source.batch();
        for (std::size_t i = 0; i < batch; ++i) {
            const auto number = make_case(type, 0, now_);
            ++result_.types[type].count.arrived;
            come_to(number);
        }
        clock_.set(scenario_.teams.size() + type, source.next(scenario_.hours));
    }

    void enter_waiting(std::size_t type, std::size_t stage, double age) {
        const auto number = make_case(type, stage, -age);
        ++result_.types[type].count.waiting_at_start;
        join_line(number);
        cases_[number].queued = -age; // whatever room there is
    }

    CaseNumber make_case(std::size_t type, std::size_t stage, double arrived) {
        CaseNumber number = static_cast<CaseNumber>(cases_.size());
        if (unused_.empty())
            cases_.emplace_back();
        else
            number = unused_.back(), unused_.pop_back();
        auto& one = cases_[number];
        one = Case{};
        one.arrived = arrived;
        const auto& count = result_.types[type].count;
        one.key = arrivals_[type].case_key(count.arrived + count.waiting_at_start);
        one.type = static_cast<std::uint16_t>(type);
        one.stage = static_cast<std::uint16_t>(stage);
        count_in_system(arrived, +1);
        return number;
    }

    [[nodiscard]] const Stage& stage_of(const Case& one) const {
        return scenario_.types[one.type].route[one.stage];
    }

    void join_line(CaseNumber number) {
        auto& one = cases_[number];
        const auto& stage = stage_of(one);
        one.queued = now_;
        one.deadline =
            stage.patience ? now_ + draw(*stage.patience, share_for(one, Purpose::patience)) : never;
        auto& team = teams_[stage.team];
        team.lines[scenario_.types[one.type].priority].push(number);
        ++team.waiting;
    }

    // To the team of its stage: at once at work, into the line, or away where no place is left.
    void come_to(CaseNumber number) {
        const auto index = stage_of(cases_[number]).team;
        auto& team = teams_[index];
        if (team.waiting >= team.team().places && !is_idle(team) && !make_room(team))
            return turn_away(number);
        join_line(number);
        start_work(index);
    }

    // Whether a case that comes now need not wait.
    [[nodiscard]] static bool is_idle(const TeamState& team) {
        return team.busy() < team.people && team.waiting == 0 && team.team().least == 1;
    }

    // Cases that gave up leave their places; they are looked for only when all are taken.
    bool make_room(TeamState& team) {
        for (auto& line : team.lines)
            for (auto rest = line.size(); rest > 0; --rest) {
                const auto number = line.pop();
                if (cases_[number].deadline > now_)
                    line.push(number);
                else
                    --team.waiting, leave(number, cases_[number].deadline);
            }
        return team.waiting < team.team().places;
    }

    void turn_away(CaseNumber number) {
        ++result_.types[cases_[number].type].count.turned_away;
        forget(number, now_);
    }

    // Takes the next case that has not left meanwhile. A case that gave up is noticed only here; its leaving
    // is counted for the moment it happened.
    CaseNumber take_next(TeamState& team) {
        for (auto& line : team.lines)
            while (!line.empty()) {
                const auto number = line.pop();
                --team.waiting;
                if (cases_[number].deadline > now_) return number;
                leave(number, cases_[number].deadline);
            }
        return no_case;
    }

    void start_work(std::size_t index) {
        auto& team = teams_[index];
        while (team.busy() < team.people) {
            if (!team.interrupted.empty()) {
                resume(team, team.interrupted.pop());
                continue;
            }
            if (team.waiting < team.team().least) return;
            const auto first = take_next(team);
            if (first == no_case) return;
            begin_work(team, first);
        }
    }

    void begin_work(TeamState& team, CaseNumber first) {
        record_start(first);
        auto last = first;
        for (std::size_t taken = 1; taken < team.team().most; ++taken) {
            const auto number = take_next(team);
            if (number == no_case) break;
            record_start(number);
            last = cases_[last].together = number;
        }
        const auto& one = cases_[first];
        hold(team, first, draw(stage_of(one).work, share_for(one, Purpose::work)));
    }

    void resume(TeamState& team, CaseNumber first) { hold(team, first, cases_[first].work_left); }

    void hold(TeamState& team, CaseNumber first, double work) {
        const auto slot = team.free.back();
        team.free.pop_back();
        team.hands[slot] = {first, now_};
        clock_.set(team.first_hands + slot, now_ + work);
    }

    void release(std::size_t index, std::uint32_t slot) {
        auto& team = teams_[index];
        const double since = std::max(team.hands[slot].since, scenario_.warm_up);
        result_.teams[index].busy_hours += std::max(0.0, now_ - since);
        team.hands[slot].first = no_case;
        team.free.push_back(slot);
        clock_.set(team.first_hands + slot, never);
    }

    void end_work(std::size_t index, std::size_t source) {
        auto& team = teams_[index];
        const auto slot = static_cast<std::uint32_t>(source - team.first_hands);
        auto number = team.hands[slot].first;
        release(index, slot);
        while (number != no_case) {
            const auto next = cases_[number].together;
            cases_[number].together = no_case;
            go_on(number);
            number = next;
        }
        start_work(index);
    }

    // After a stage: done, once more, or on to the next.
    void go_on(CaseNumber number) {
        auto& one = cases_[number];
        const auto& stage = stage_of(one);
        const auto& route = scenario_.types[one.type].route;
        if (stage.ends > 0 && share_for(one, Purpose::ends) < stage.ends) return done(number);
        const bool again = stage.repeats > 0 && share_for(one, Purpose::repeats) < stage.repeats;
        if (!again && one.stage + 1U == route.size()) return done(number);
        ++one.visits;
        if (!again) ++one.stage;
        one.work_left = -1;
        come_to(number);
    }

    void change_shift(std::size_t index) {
        auto& team = teams_[index];
        count_staff(index, now_);
        team.walk.step();
        team.people = static_cast<std::size_t>(team.walk.value());
        clock_.set(index, team.walk.end());
        if (team.team().pauses)
            while (team.busy() > team.people)
                interrupt(index);
        start_work(index);
    }

    // Those who began last lay their work down first.
    void interrupt(std::size_t index) {
        auto& team = teams_[index];
        std::uint32_t latest = 0;
        for (std::uint32_t slot = 0; slot < team.hands.size(); ++slot) {
            if (team.hands[slot].first == no_case) continue;
            const auto& best = team.hands[latest];
            if (best.first == no_case || team.hands[slot].since > best.since) latest = slot;
        }
        const auto first = team.hands[latest].first;
        cases_[first].work_left = clock_.time(team.first_hands + latest) - now_;
        release(index, latest);
        team.interrupted.push(first);
    }

    void count_staff(std::size_t index, double until) {
        auto& since = teams_[index].staff_counted;
        result_.teams[index].staffed_hours +=
            static_cast<double>(teams_[index].people) * measured(since, until);
        since = until;
    }

    [[nodiscard]] double measured(double from, double until) const {
        return std::max(0.0, until - std::max(from, scenario_.warm_up));
    }

    void record_start(CaseNumber number) {
        const auto& one = cases_[number];
        auto& step = result_.steps[stage_of(one).step];
        step.queue_time += measured(one.queued, now_);
        if (one.queued < scenario_.warm_up && scenario_.warm_up > 0) return;
        const double wait = now_ - one.queued;
        ++step.started;
        step.wait_sum += wait;
        step.waits.add(wait);
        if (wait <= scenario_.target) ++step.short_waits;
    }

    void leave(CaseNumber number, double when) {
        const auto& one = cases_[number];
        auto& step = result_.steps[stage_of(one).step];
        step.queue_time += measured(one.queued, when);
        if (one.queued >= scenario_.warm_up || scenario_.warm_up == 0) ++step.left;
        ++result_.types[one.type].count.left;
        forget(number, when);
    }

    void done(CaseNumber number) {
        const auto& one = cases_[number];
        auto& type = result_.types[one.type];
        ++type.count.done;
        if (one.arrived >= scenario_.warm_up || scenario_.warm_up == 0) {
            type.time_sum += now_ - one.arrived;
            type.times.add(now_ - one.arrived);
        }
        forget(number, now_);
    }

    void forget(CaseNumber number, double when) {
        const auto& one = cases_[number];
        result_.types[one.type].system_time += measured(std::max(0.0, one.arrived), when);
        count_in_system(when, -1);
        unused_.push_back(number);
    }

    // Changes are added up at the end.
    void count_in_system(double when, int change) {
        const auto week = static_cast<std::size_t>(std::max(0.0, when) / hours_a_week);
        result_.in_system_by_week[std::min(week, result_.in_system_by_week.size() - 1)] += change;
    }

    void finish() {
        for (std::size_t i = 0; i < teams_.size(); ++i) {
            count_staff(i, now_);
            for (auto& line : teams_[i].lines)
                while (!line.empty())
                    stay(line.pop(), true);
            while (!teams_[i].interrupted.empty())
                stay_together(teams_[i].interrupted.pop());
            for (std::uint32_t slot = 0; slot < teams_[i].hands.size(); ++slot)
                if (const auto first = teams_[i].hands[slot].first; first != no_case) {
                    stay_together(first);
                    release(i, slot);
                }
        }
        auto& weeks = result_.in_system_by_week;
        for (std::size_t i = 1; i < weeks.size(); ++i)
            weeks[i] += weeks[i - 1];
        weeks.pop_back();
    }

    void stay_together(CaseNumber number) {
        for (; number != no_case; number = cases_[number].together)
            stay(number, false);
    }

    // Still there at the end, unless it gave up before.
    void stay(CaseNumber number, bool waits) {
        const auto& one = cases_[number];
        if (waits && one.deadline <= now_) return leave(number, one.deadline);
        auto& type = result_.types[one.type];
        ++type.count.in_system;
        type.system_time += measured(std::max(0.0, one.arrived), now_);
        if (waits) result_.steps[stage_of(one).step].queue_time += measured(one.queued, now_);
    }

    const Scenario& scenario_;
    EventClock clock_; // sources: shifts of teams, arrivals of types, hands of teams
    double now_ = 0;
    std::vector<TeamState> teams_;
    std::vector<std::uint32_t> owner_; // team of each pair of hands
    std::vector<ArrivalSource> arrivals_;
    std::vector<Case> cases_;
    std::vector<CaseNumber> unused_;
    ReplicationResult result_;
};

} // namespace

ReplicationResult replicate(const Scenario& scenario, std::uint64_t seed, int number) {
    return Engine(scenario, key_of(mixed(seed), static_cast<std::uint64_t>(number))).run();
}

} // namespace maerkbar::simulation
