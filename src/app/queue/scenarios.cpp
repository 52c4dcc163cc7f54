#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/queue/calendar_facts.hpp"
#include "app/queue/models.hpp"
#include "simulation/scenario_json.hpp"
#include "simulation/simulate.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::app_queue {

namespace {

using simulation::Measure;
using simulation::Scenario;
using simulation::Subject;

constexpr std::uintmax_t most_bytes = 16 << 20;
constexpr long most_replications = 10'000;

Error cannot_read(const std::string& file) {
    return {ErrorKind::not_found,
            "queue.cannot_read",
            "The file {file} cannot be read.",
            {{"file", file}},
            "FILE"};
}

Result<std::string> content_of(const std::string& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (failed || !file || size > most_bytes) return cannot_read(path);
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

// A column of numbers in a CSV or XLSX file beside the scenario. Empty cells are passed over.
Result<std::vector<double>> measured_column(const std::filesystem::path& folder, const std::string& name,
                                            const std::string& column) {
    tables::ReadOptions options;
    options.keep_totals = true;
    auto file = TRY(tables::TableFile::open(folder / name, options));
    const auto at = file.column(column);
    if (!at)
        return Error{ErrorKind::not_found,
                     "queue.no_such_column",
                     "The file {file} has no column called {column}.",
                     {{"file", name}, {"column", column}},
                     column};
    std::vector<double> values;
    tables::Row row;
    while (TRY(file.next(row))) {
        if (row[*at].empty()) continue;
        const auto value = tables::parse_number(row[*at], file.detection().decimal_mark);
        if (!value)
            return Error{ErrorKind::invalid,
                         "queue.bad_measured",
                         "{file}, line {line}: \"{cell}\" is not a number.",
                         {{"file", name},
                          {"line", std::to_string(row.line())},
                          {"cell", std::string(row[*at].substr(0, 60))}},
                         column};
        values.push_back(*value);
    }
    return values;
}

Result<Scenario> scenario_in(const std::string& path) {
    const auto text = TRY(content_of(path));
    const auto folder = std::filesystem::path(path).parent_path();
    return simulation::read_scenario(
        text,
        [&folder](const std::string& file, const std::string& column) {
            return measured_column(folder, file, column);
        },
        calendar_facts());
}

struct MeasureWords {
    Measure measure;
    const char* key;
    const char* label;
    Kind kind;
};

std::vector<MeasureWords> words(const web::Language& language, std::vector<std::string>& labels) {
    labels = {language("arrived"),
              language("finished"),
              language("gave up"),
              language("turned away because it is full"),
              language("average time until done"),
              language("9 of 10 within"),
              language("there at the end"),
              language("average wait"),
              language("9 of 10 wait at most"),
              language("begun within the target"),
              language("begun within the target, of all"),
              language("waiting on average"),
              language("of their time people are busy")};
    const Measure measures[] = {Measure::arrived,      Measure::done,         Measure::left_share,
                                Measure::turned_share, Measure::mean_time,    Measure::p90_time,
                                Measure::in_system,    Measure::mean_wait,    Measure::p90_wait,
                                Measure::short_waits,  Measure::short_of_all, Measure::mean_queue,
                                Measure::occupancy};
    const char* const keys[] = {"arrived",      "done",       "left_share", "turned_share", "mean_time",
                                "p90_time",     "in_system",  "mean_wait",  "p90_wait",     "short_waits",
                                "short_of_all", "mean_queue", "occupancy"};
    const Kind kinds[] = {Kind::whole, Kind::whole,  Kind::share, Kind::share, Kind::time,
                          Kind::time,  Kind::whole,  Kind::time,  Kind::time,  Kind::share,
                          Kind::share, Kind::number, Kind::share};
    std::vector<MeasureWords> all;
    for (std::size_t i = 0; i < labels.size(); ++i)
        all.push_back({measures[i], keys[i], labels[i].c_str(), kinds[i]});
    return all;
}

std::string group_text(const simulation::FigureId& id, const web::Language& language) {
    const web::Arguments name{{"name", id.name}};
    if (id.subject == Subject::type) return language("case type {name}", name);
    return id.subject == Subject::step ? language("step {name}", name) : language("team {name}", name);
}

std::vector<Line> lines_of(const std::vector<simulation::Figure>& figures, const web::Language& language) {
    std::vector<std::string> labels;
    const auto all = words(language, labels);
    std::vector<Line> lines;
    for (const auto& figure : figures) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const MeasureWords& one) {
            return one.measure == figure.id.measure;
        });
        lines.push_back({group_text(figure.id, language), found->key, found->label, found->kind,
                         figure.estimate.mean, figure.estimate.half_width});
    }
    return lines;
}

// A team whose people are busy all the time while cases pile up: no wait is to be believed.
void warn_of_growth(const std::vector<simulation::ReplicationResult>& results, const web::Language& language,
                    std::vector<std::string>& sentences) {
    const auto weeks = simulation::in_system_by_week(results);
    if (weeks.size() < 5) return;
    const auto& middle = weeks[weeks.size() / 2];
    const auto& last = weeks.back();
    if (statistics::is_missing(last.half_width) || !(last.mean > 10)) return;
    if (last.mean - last.half_width <= 1.25 * (middle.mean + middle.half_width)) return;
    sentences.push_back(
        language("The queue grows: {middle} cases are there after half of the time, {last} at the end. "
                 "Average waits then "
                 "depend on how long is simulated, and those who still wait are not in them.",
                 {{"middle", value_text(Kind::number, middle.mean, language)},
                  {"last", value_text(Kind::number, last.mean, language)}}));
}

Result<simulation::RunOptions> options_of(const Arguments& arguments) {
    simulation::RunOptions options;
    const auto replications = arguments.replications.value_or(options.replications);
    if (replications < 2 || replications > most_replications)
        return Error{ErrorKind::invalid,
                     "queue.bad_replications",
                     "--replications takes a number from 2 to 10,000.",
                     {},
                     "--replications"};
    options.replications = static_cast<int>(replications);
    options.seed = static_cast<std::uint64_t>(arguments.seed.value_or(1));
    options.threads = std::max(1U, std::thread::hardware_concurrency());
    return options;
}

} // namespace

Result<Answer> simulate(const Arguments& arguments, const web::Language& language) {
    const auto options = TRY(options_of(arguments));
    const auto scenario = TRY(scenario_in(arguments.file));
    const auto results = simulation::simulate(scenario, options);
    const web::Arguments facts{{"name", scenario.name},
                               {"length", value_text(Kind::time, scenario.hours, language)},
                               {"count", language.integer(options.replications)}};
    Answer answer;
    if (arguments.compare.empty()) {
        answer.title = language("{name}: {length} simulated {count} times", facts);
        answer.lines = lines_of(simulation::figures(scenario, results), language);
        warn_of_growth(results, language, answer.sentences);
    } else {
        const auto other = TRY(scenario_in(arguments.compare));
        const auto other_results = simulation::simulate(other, options);
        answer.title = language("{other} instead of {name}: differences, {length} simulated {count} times",
                                {{"other", other.name}, facts[0], facts[1], facts[2]});
        answer.lines =
            lines_of(simulation::differences({scenario, results}, {other, other_results}), language);
        answer.sentences.push_back(
            language("Both met the same cases. A difference smaller than its ± may be chance."));
        warn_of_growth(other_results, language, answer.sentences);
    }
    answer.sentences.push_back(language("± is the 95 % interval of the mean over the repetitions."));
    return answer;
}

} // namespace maerkbar::app_queue
