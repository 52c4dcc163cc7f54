#include <algorithm>

#include "app/queue/models.hpp"
#include "simulation/day_profile.hpp"
#include "simulation/impatience.hpp"
#include "simulation/staffing.hpp"
#include "simulation/steady_queues.hpp"

namespace maerkbar::app_queue {

namespace {

constexpr double default_share = 0.8;

// "Erlang C: 200 arrivals an hour, 3 min each, staff 11, load 10".
std::string title_of(std::string_view model, const simulation::Load& load, int people,
                     const web::Language& language) {
    return std::string(model) + ": " +
           language("{arrivals} arrivals an hour, {service} each, staff {people}, load {load}",
                    {{"arrivals", value_text(Kind::number, load.arrival_rate, language)},
                     {"service", value_text(Kind::time, load.mean_service, language)},
                     {"people", language.integer(people)},
                     {"load", value_text(Kind::number, load.erlangs(), language)}});
}

// Overload is an answer; any other error is handed on.
Result<Answer> answer_or(const Error& error, std::string title, const web::Language& language) {
    if (error.code != "queue.overload") return error;
    Answer answer;
    answer.title = std::move(title);
    answer.overload = true;
    answer.sentences.push_back(language.error(error));
    return answer;
}

class Lines {
  public:
    explicit Lines(std::string group = {}) : group_(std::move(group)) {}
    Lines& add(std::string key, std::string label, Kind kind, double value) {
        lines_.push_back({group_, std::move(key), std::move(label), kind, value, statistics::missing});
        return *this;
    }
    [[nodiscard]] std::vector<Line> take() { return std::move(lines_); }
    void append_to(std::vector<Line>& all) {
        for (auto& line : lines_)
            all.push_back(std::move(line));
    }

  private:
    std::string group_;
    std::vector<Line> lines_;
};

void add_waits(Lines& lines, double wait, double time, double queue, double system,
               const web::Language& language) {
    lines.add("mean_wait", language("average wait"), Kind::time, wait);
    lines.add("mean_time", language("average time, service included"), Kind::time, time);
    lines.add("mean_queue", language("waiting on average"), Kind::number, queue);
    lines.add("mean_in_system", language("there on average, those being served included"), Kind::number,
              system);
}

std::string within_label(double time, const web::Language& language) {
    return language("served within {time}", {{"time", value_text(Kind::time, time, language)}});
}

} // namespace

Result<Answer> erlang_b(const Arguments& arguments, const web::Language& language) {
    const auto load = TRY(load_of(arguments));
    const int people = TRY(people_of(arguments));
    if (auto checked = simulation::check(load, people); !checked) return checked.error();
    const double blocked = simulation::erlang_b(load.erlangs(), people);
    Lines lines;
    lines.add("p_blocked", language("turned away because all are busy"), Kind::share, blocked);
    lines.add("occupancy", language("of their time people are busy"), Kind::share,
              load.erlangs() * (1 - blocked) / people);
    return Answer{title_of("Erlang B", load, people, language),
                  lines.take(),
                  {language("Nobody waits here: who finds all busy goes away.")},
                  false};
}

Result<Answer> waiting_queue(const Arguments& arguments, const web::Language& language) {
    const auto load = TRY(load_of(arguments));
    const int people = TRY(people_of(arguments));
    const auto within = TRY(optional_time_of("--within", arguments.within));
    const auto title = title_of(arguments.model == "mmc" ? "M/M/c" : "Erlang C", load, people, language);
    const auto queue = simulation::waiting_queue(load, people);
    if (!queue) return answer_or(queue.error(), title, language);
    Lines lines;
    lines.add("p_wait", language("have to wait"), Kind::share, queue->p_wait);
    add_waits(lines, queue->mean_wait, queue->mean_time, queue->mean_queue, queue->mean_in_system, language);
    lines.add("wait_p90", language("9 of 10 wait at most"), Kind::time, queue->wait_quantile(0.9));
    if (within)
        lines.add("served_within", within_label(*within, language), Kind::share,
                  queue->service_level(*within));
    lines.add("occupancy", language("of their time people are busy"), Kind::share, queue->occupancy);
    lines.add("p_empty", language("of the time nobody is there"), Kind::share, queue->p_empty);
    return Answer{
        title,
        lines.take(),
        {language("Here everybody waits as long as it takes. Where people give up, erlang-a asks for "
                  "fewer.")},
        false};
}

Result<Answer> erlang_a(const Arguments& arguments, const web::Language& language) {
    const auto load = TRY(load_of(arguments));
    const int people = TRY(people_of(arguments));
    const double patience = TRY(time_of("--patience", arguments.patience));
    const double within = TRY(optional_time_of("--within", arguments.within)).value_or(0);
    const auto queue = TRY(simulation::impatient_queue(load, people, patience, within));
    const auto time = value_text(Kind::time, within, language);
    Lines lines;
    lines.add("p_wait", language("have to wait"), Kind::share, queue.p_wait);
    lines.add("p_abandon", language("give up"), Kind::share, queue.p_abandon);
    lines.add("mean_wait", language("average wait, of all who came"), Kind::time, queue.mean_wait);
    lines.add("mean_queue", language("waiting on average"), Kind::number, queue.mean_queue);
    lines.add("occupancy", language("of their time people are busy"), Kind::share, queue.occupancy);
    lines.add("answered_of_offered", language("answered within {time}, of all who came", {{"time", time}}),
              Kind::share, queue.within.answered_of_offered);
    lines.add("answered_of_answered", language("answered within {time}, of those answered", {{"time", time}}),
              Kind::share, queue.within.answered_of_answered);
    lines.add("answered_or_gone_of_offered",
              language("answered or gone within {time}, of all who came", {{"time", time}}), Kind::share,
              queue.within.answered_or_gone_of_offered);
    lines.add("answered_of_offered_without_gone",
              language("answered within {time}, of all but those gone by then", {{"time", time}}),
              Kind::share, queue.within.answered_of_offered_without_gone);
    return Answer{
        title_of("Erlang A", load, people, language),
        lines.take(),
        {language("All four are called “service level”. Say which one when you quote it; the first is "
                  "the strictest.")},
        false};
}

Result<Answer> staff(const Arguments& arguments, const web::Language& language) {
    const auto load = TRY(load_of(arguments));
    const auto patience = TRY(optional_time_of("--patience", arguments.patience));
    simulation::WaitTarget target;
    target.share = arguments.share.value_or(default_share);
    target.time = TRY(time_of("--within", arguments.within));
    target.mean_wait = TRY(optional_time_of("--mean-wait", arguments.mean_wait));
    const double shrinkage = arguments.shrinkage.value_or(0);
    if (!(shrinkage >= 0 && shrinkage < 1))
        return Error{
            ErrorKind::invalid,
            "queue.bad_shrinkage",
            "--shrinkage takes the share of time for leave, meetings and training, from 0 to below 1.",
            {},
            "--shrinkage"};
    const int needed = TRY(simulation::servers_needed(load, target, patience));
    Lines lines;
    lines.add("people", language("people at their place"), Kind::whole, needed);
    if (arguments.shrinkage)
        lines.add("scheduled", language("people on the roster"), Kind::whole,
                  simulation::scheduled(needed, shrinkage));
    const auto label = within_label(target.time, language);
    if (patience) {
        const auto queue = TRY(simulation::impatient_queue(load, needed, *patience, target.time));
        lines.add("served_within", label, Kind::share, queue.within.answered_of_offered);
        lines.add("p_abandon", language("give up"), Kind::share, queue.p_abandon);
        lines.add("mean_wait", language("average wait"), Kind::time, queue.mean_wait);
        lines.add("occupancy", language("of their time people are busy"), Kind::share, queue.occupancy);
    } else {
        const auto queue = TRY(simulation::waiting_queue(load, needed));
        lines.add("served_within", label, Kind::share, queue.service_level(target.time));
        lines.add("mean_wait", language("average wait"), Kind::time, queue.mean_wait);
        lines.add("occupancy", language("of their time people are busy"), Kind::share, queue.occupancy);
    }
    return Answer{
        title_of(patience ? "Erlang A" : "Erlang C", load, needed, language), lines.take(), {}, false};
}

Result<Answer> limited_queue(const Arguments& arguments, const web::Language& language) {
    const auto load = TRY(load_of(arguments));
    const int people = TRY(people_of(arguments));
    const auto places = arguments.places.value_or(0);
    const auto queue = TRY(simulation::limited_queue(
        load, people, static_cast<int>(std::clamp<long>(places, -1, simulation::most_places + 1L))));
    Lines lines;
    lines.add("p_blocked", language("turned away because it is full"), Kind::share, queue.p_blocked);
    add_waits(lines, queue.mean_wait, queue.mean_time, queue.mean_queue, queue.mean_in_system, language);
    lines.add("throughput", language("served an hour"), Kind::number, queue.throughput);
    lines.add("occupancy", language("of their time people are busy"), Kind::share, queue.occupancy);
    lines.add("p_empty", language("of the time nobody is there"), Kind::share, queue.p_empty);
    return Answer{title_of("M/M/c/K", load, people, language),
                  lines.take(),
                  {language("Times are of those who get in.")},
                  false};
}

Result<Answer> single_server(const Arguments& arguments, const web::Language& language) {
    const auto load = TRY(load_of(arguments));
    const double variation = arguments.variation.value_or(1);
    const auto title = title_of("M/G/1", load, 1, language);
    const auto queue = simulation::single_server(load, variation * variation);
    if (!queue) return answer_or(queue.error(), title, language);
    Lines lines;
    add_waits(lines, queue->mean_wait, queue->mean_time, queue->mean_queue, queue->mean_in_system, language);
    lines.add("occupancy", language("of their time people are busy"), Kind::share, queue->occupancy);
    return Answer{title, lines.take(), {}, false};
}

Result<Answer> priority(const Arguments& arguments, const web::Language& language) {
    const auto rates = TRY(rates_of(arguments));
    const double service = TRY(time_of("--service", arguments.service));
    const int people = TRY(people_of(arguments));
    double all = 0;
    for (const double rate : rates)
        all += rate;
    const auto title = title_of("M/M/c", {all, service}, people, language);
    const auto classes = simulation::priority_queue(rates, service, people);
    if (!classes) return answer_or(classes.error(), title, language);
    Answer answer;
    answer.title = title;
    for (std::size_t i = 0; i < classes->size(); ++i) {
        const auto& one = (*classes)[i];
        Lines lines(language("priority {number}", {{"number", std::to_string(i + 1)}}));
        lines.add("arrival_rate", language("arrivals an hour"), Kind::number, one.arrival_rate);
        lines.add("mean_wait", language("average wait"), Kind::time, one.mean_wait);
        lines.add("mean_time", language("average time, service included"), Kind::time, one.mean_time);
        lines.add("mean_queue", language("waiting on average"), Kind::number, one.mean_queue);
        lines.append_to(answer.lines);
    }
    answer.sentences.push_back(language("Priority 1 is served first; nobody is interrupted."));
    return answer;
}

namespace {

Answer profile_answer(const std::vector<simulation::DayPart>& parts,
                      const std::vector<simulation::DayPartResult>& day, const web::Language& language) {
    Answer answer;
    answer.title = language("The course of the day, as it is to be expected");
    for (std::size_t i = 0; i < day.size(); ++i) {
        const auto& one = day[i];
        Lines lines(language("part {number}", {{"number", std::to_string(i + 1)}}));
        lines.add("arrival_rate", language("arrivals an hour"), Kind::number, parts[i].arrival_rate);
        lines.add("people", language("people"), Kind::whole, parts[i].servers);
        lines.add("mean_wait", language("average wait"), Kind::time, one.mean_wait);
        lines.add("mean_queue", language("waiting on average"), Kind::number, one.mean_queue);
        lines.add("mean_busy", language("people busy"), Kind::number, one.mean_busy);
        lines.add("abandoned", language("give up"), Kind::number, one.abandoned);
        lines.add("queue_at_end", language("waiting at the end"), Kind::number, one.queue_at_end);
        lines.add("in_system_at_end", language("there at the end"), Kind::number, one.in_system_at_end);
        lines.append_to(answer.lines);
    }
    return answer;
}

} // namespace

Result<Answer> profile(const Arguments& arguments, const web::Language& language) {
    const auto rates = TRY(rates_of(arguments));
    const auto people = TRY(numbers_of("--people", arguments.people));
    const double each = TRY(time_of("--each", arguments.each));
    if (people.size() != rates.size())
        return Error{ErrorKind::invalid,
                     "queue.unequal_parts",
                     "--arrivals and --people need as many numbers as the day has parts.",
                     {},
                     "--people"};
    std::vector<simulation::DayPart> parts;
    for (std::size_t i = 0; i < rates.size(); ++i)
        parts.push_back({each, rates[i], static_cast<int>(std::min(people[i], 1e6))});
    simulation::DayRates day_rates;
    day_rates.mean_service = TRY(time_of("--service", arguments.service));
    day_rates.mean_patience = TRY(optional_time_of("--patience", arguments.patience));
    day_rates.waiting_at_start =
        static_cast<int>(std::clamp<long>(arguments.waiting.value_or(0), -1, 1'000'000));
    const auto day = TRY(simulation::day_profile(parts, day_rates));
    auto answer = profile_answer(parts, day, language);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!day_rates.mean_patience && parts[i].arrival_rate * day_rates.mean_service > parts[i].servers)
            answer.sentences.push_back(language(
                "In part {number} more comes in than can be done: the queue grows as long as it lasts.",
                {{"number", std::to_string(i + 1)}}));
    return answer;
}

} // namespace maerkbar::app_queue
