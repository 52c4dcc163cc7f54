#include "simulation/scenario_json.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cmath>

#include "simulation/scenario_calendar.hpp"
#include "simulation/scenario_times.hpp"

namespace maerkbar::simulation {

namespace {

constexpr std::size_t most_things = 200;        // teams, types, stages of a route
constexpr double most_people = 20'000;          // in one team at once
constexpr double most_cases = 50'000'000;       // expected arrivals of a replication
constexpr std::size_t most_waiting = 1'000'000; // at the start

std::string element(const std::string& where, std::size_t number) {
    return where + "[" + std::to_string(number) + "]";
}

template <typename Named>
std::optional<std::size_t> find_named(const std::vector<Named>& all, const std::string& name) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].name == name) return i;
    return {};
}

class ScenarioReader {
  public:
    ScenarioReader(const MeasuredColumn& measured, const CalendarFacts& facts)
        : measured_(measured), facts_(facts) {}

    Result<Scenario> read(const boost::json::value& value) {
        auto object = TRY(ObjectReader::from(value, ""));
        scenario_.name = TRY(object.text("name", "?"));
        scenario_.hours = TRY(length(object, "length", 0));
        scenario_.warm_up = TRY(length(object, "warm_up", 0));
        scenario_.target = TRY(length(object, "target", 0));
        if (!(scenario_.hours > scenario_.warm_up))
            return scenario_error("length", "scenario.bad_length",
                                  "{where} must say how long is simulated, longer than warm_up.");
        if (auto teams = read_teams(object); !teams) return teams.error();
        if (auto types = read_types(object); !types) return types.error();
        const auto calendar = TRY(read_calendar(object, scenario_.hours, facts_));
        if (auto finished = object.finish(); !finished) return finished.error();
        if (calendar) write_out(*calendar);
        if (auto checked = check_size(); !checked) return checked.error();
        return std::move(scenario_);
    }

  private:
    // From here on the weeks of the scenario are those of the calendar.
    void write_out(const Calendar& calendar) {
        for (auto& team : scenario_.teams)
            if (team.people.size() > 1)
                team.people = written_out(team.people, calendar, scenario_.hours, team.works_on_days_off);
        for (auto& type : scenario_.types)
            if (type.arrivals.size() > 1)
                type.arrivals = written_out(type.arrivals, calendar, scenario_.hours, type.come_on_days_off);
    }

    static Result<double> length(ObjectReader& object, std::string_view name, double otherwise) {
        const auto* value = object.find(name);
        return value == nullptr ? Result<double>(otherwise) : read_hours(*value, object.where(name));
    }

    static Result<const boost::json::array*> filled_list(ObjectReader& object, std::string_view name) {
        const auto* list = TRY(object.list(name));
        if (list->empty() || list->size() > most_things)
            return scenario_error(object.where(name), "scenario.bad_list",
                                  "{where} must be a list with 1 to 200 elements.");
        return list;
    }

    Result<void> read_teams(ObjectReader& object) {
        const auto* list = TRY(filled_list(object, "teams"));
        for (std::size_t i = 0; i < list->size(); ++i) {
            auto team = TRY(ObjectReader::from((*list)[i], element("teams", i)));
            scenario_.teams.push_back(TRY(read_team(team)));
        }
        return {};
    }

    Result<Team> read_team(ObjectReader& object) {
        Team team;
        team.name = TRY(object.text("name"));
        if (find_named(scenario_.teams, team.name))
            return scenario_error(object.where("name"), "scenario.twice", "{where} is used twice.");
        if (object.has("people"))
            team.people = Weekly(std::floor(TRY(object.number("people", 0, most_people))));
        else
            team.people = TRY(read_weekly(*TRY(object.list("shifts")), object.where("shifts"), "people"));
        if (!(team.people.highest() >= 1) || team.people.highest() > most_people)
            return scenario_error(object.where(), "scenario.no_people",
                                  "{where} needs people, or shifts with people, from 1 to 20,000 at once.");
        const auto end = TRY(object.text("at_end_of_shift", "finish"));
        if (end != "finish" && end != "pause")
            return scenario_error(object.where("at_end_of_shift"), "scenario.bad_end",
                                  "{where} must be finish or pause.");
        team.pauses = end == "pause";
        team.least = TRY(object.whole("together_at_least", 1, 10000, 1));
        if (object.has("waiting_places")) team.places = TRY(object.whole("waiting_places", 0, 1e9, 0));
        team.works_on_days_off = TRY(object.yes_no("works_on_holidays"));
        team.most = std::max(team.least, TRY(object.whole("together_at_most", 1, 10000, 1)));
        if (auto finished = object.finish(); !finished) return finished.error();
        return team;
    }

    Result<void> read_types(ObjectReader& object) {
        const auto* list = TRY(filled_list(object, "types"));
        for (std::size_t i = 0; i < list->size(); ++i) {
            auto type = TRY(ObjectReader::from((*list)[i], element("types", i)));
            scenario_.types.push_back(TRY(read_type(type)));
        }
        return {};
    }

    Result<CaseType> read_type(ObjectReader& object) {
        CaseType type;
        type.name = TRY(object.text("name"));
        if (find_named(scenario_.types, type.name))
            return scenario_error(object.where("name"), "scenario.twice", "{where} is used twice.");
        type.priority = TRY(object.whole("priority", 1, 20, 1)) - 1;
        scenario_.most_priorities = std::max(scenario_.most_priorities, type.priority + 1);
        if (auto arrivals = read_arrivals(object, type); !arrivals) return arrivals.error();
        const auto* route = TRY(filled_list(object, "route"));
        for (std::size_t i = 0; i < route->size(); ++i) {
            auto stage = TRY(ObjectReader::from((*route)[i], element(object.where("route"), i)));
            type.route.push_back(TRY(read_stage(stage)));
        }
        const auto* waiting = TRY(object.list("waiting"));
        for (std::size_t i = 0; i < waiting->size(); ++i) {
            auto backlog = TRY(ObjectReader::from((*waiting)[i], element(object.where("waiting"), i)));
            type.waiting.push_back(TRY(read_backlog(backlog, type)));
        }
        if (auto finished = object.finish(); !finished) return finished.error();
        return type;
    }

    // {"per_week": 35}, {"per_hour": 4}, {"hours": [{… "per_hour": 4}]} or measured {"values"} / {"file"}.
    Result<void> read_arrivals(ObjectReader& parent, CaseType& type) {
        const auto* value = parent.find("arrivals");
        if (value == nullptr) return {}; // only today's waiting list
        auto object = TRY(ObjectReader::from(*value, parent.where("arrivals")));
        if (object.has("per_week"))
            type.arrivals = Weekly(TRY(object.number("per_week", 0, 1e8)) / hours_a_week);
        else if (object.has("per_hour"))
            type.arrivals = Weekly(TRY(object.number("per_hour", 0, 1e6)));
        else if (object.has("hours"))
            type.arrivals = TRY(read_weekly(*TRY(object.list("hours")), object.where("hours"), "per_hour"));
        else if (object.has("values") || object.has("file"))
            type.times = TRY(read_measured(object, measured_));
        else
            return scenario_error(object.where(), "scenario.bad_arrivals",
                                  "{where} must have per_week, per_hour, hours, values, or file and column.");
        type.come_on_days_off = TRY(object.yes_no("on_holidays"));
        if (const auto* batch = object.find("batch"); batch != nullptr) {
            const auto sizes = TRY(read_sizes(*batch, object.where("batch")));
            type.batch_size = sizes;
        }
        return object.finish();
    }

    // How many come together: a list of numbers of which one is drawn.
    static Result<Distribution> read_sizes(const boost::json::value& value, const std::string& where) {
        Measured sizes;
        if (value.is_array())
            for (const auto& one : value.get_array())
                if (one.is_number() && one.to_number<double>() >= 0 && one.to_number<double>() <= 10000)
                    sizes.values.push_back(one.to_number<double>());
        if (!value.is_array() || sizes.values.empty() || sizes.values.size() != value.get_array().size())
            return scenario_error(
                where, "scenario.bad_batch",
                "{where} must be a list of batch sizes from 0 to 10,000, of which one is drawn.");
        std::sort(sizes.values.begin(), sizes.values.end());
        return Distribution(std::move(sizes));
    }

    Result<Stage> read_stage(ObjectReader& object) {
        Stage stage;
        const auto step = TRY(object.text("step"));
        const auto team = find_named(scenario_.teams, TRY(object.text("team")));
        if (!team)
            return scenario_error(object.where("team"), "scenario.no_such_team",
                                  "{where} names a team that is not among the teams.");
        stage.team = *team;
        stage.step = step_number(step);
        const auto* work = object.find("work");
        if (work == nullptr)
            return scenario_error(object.where("work"), "scenario.no_work",
                                  "{where} is missing: how long the work takes.");
        stage.work = TRY(read_distribution(*work, object.where("work"), measured_));
        if (const auto* patience = object.find("patience"); patience != nullptr)
            stage.patience = TRY(read_distribution(*patience, object.where("patience"), measured_));
        if (stage.patience && scenario_.teams[stage.team].least > 1)
            return scenario_error(object.where("patience"), "scenario.patience_in_batch",
                                  "{where}: nobody can leave a queue that is handled several at a time.");
        stage.ends = TRY(object.number("ends", 0, 1, 0));
        stage.repeats = TRY(object.number("repeats", 0, 0.95, 0));
        if (auto finished = object.finish(); !finished) return finished.error();
        return stage;
    }

    std::size_t step_number(const std::string& name) {
        const auto found = std::find(scenario_.steps.begin(), scenario_.steps.end(), name);
        if (found == scenario_.steps.end()) {
            scenario_.steps.push_back(name);
            return scenario_.steps.size() - 1;
        }
        return static_cast<std::size_t>(found - scenario_.steps.begin());
    }

    // {"step": …, "count": 420} or with measured ages.
    Result<Backlog> read_backlog(ObjectReader& object, const CaseType& type) {
        Backlog backlog;
        const auto step = step_number(TRY(object.text("step")));
        const auto stage = std::find_if(type.route.begin(), type.route.end(),
                                        [step](const Stage& one) { return one.step == step; });
        if (stage == type.route.end())
            return scenario_error(object.where("step"), "scenario.no_such_step",
                                  "{where} names a step that is not in the route of this type.");
        backlog.stage = static_cast<std::size_t>(stage - type.route.begin());
        if (object.has("values") || object.has("file"))
            backlog.ages = TRY(read_measured(object, measured_));
        else
            backlog.ages.resize(TRY(object.whole("count", 0, most_waiting, 0)));
        // The oldest is first in the line.
        std::reverse(backlog.ages.begin(), backlog.ages.end());
        if (auto finished = object.finish(); !finished) return finished.error();
        return backlog;
    }

    [[nodiscard]] Result<void> check_size() const {
        double cases = 0;
        for (const auto& type : scenario_.types) {
            const double batch = type.batch_size ? std::max(1.0, mean_of(*type.batch_size)) : 1;
            const double arrivals = type.times.empty() ? type.arrivals.average() * scenario_.hours
                                                       : static_cast<double>(type.times.size());
            cases += arrivals * batch * static_cast<double>(type.route.size());
            for (const auto& stage : type.route)
                cases += stage.repeats > 0.9 ? arrivals * batch * 20 : 0;
        }
        if (cases <= most_cases) return {};
        return scenario_error(
            "length", "scenario.too_many_cases",
            "{where}: more than 50 million pieces of work in one course. Simulate a shorter time.");
    }

    const MeasuredColumn& measured_;
    const CalendarFacts& facts_;
    Scenario scenario_;
};

} // namespace

Result<Scenario> read_scenario(std::string_view json, const MeasuredColumn& measured,
                               const CalendarFacts& facts) {
    boost::json::error_code failed;
    boost::json::parse_options options;
    options.allow_comments = true;
    const auto value = boost::json::parse({json.data(), json.size()}, failed, {}, options);
    if (failed)
        return Error{ErrorKind::invalid,
                     "scenario.not_json",
                     "The scenario is not JSON: {reason}. Look for a missing comma or bracket.",
                     {{"reason", failed.message()}},
                     ""};
    return ScenarioReader(measured, facts).read(value);
}

} // namespace maerkbar::simulation
