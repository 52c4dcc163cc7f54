#include "sources/surveys/results/drivers.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>

#include "base/json_writer.hpp"
#include "sources/surveys/results/paired_side.hpp"
#include "sources/surveys/results/stored_json.hpp"
#include "statistics/key_drivers.hpp"

namespace maerkbar::surveys::results {

namespace {

namespace json = boost::json;
namespace st = statistics;

// The place of an answer between the worst and the best, 0 to 1.
std::optional<double> place_of(const CountedQuestion& question, const Answers& answers) {
    const auto step = step_of(question, answers);
    if (!step || question.values.size() < 2) return std::nullopt;
    return static_cast<double>(*step) / static_cast<double>(question.values.size() - 1);
}

// Answers to the headline and to each of the others, of everybody who answered them all.
struct Complete {
    std::vector<double> overall;
    std::vector<std::vector<double>> drivers;
    std::vector<const Answers*> incomplete; // of the answers given

    Complete(const CountedQuestion& first, const std::vector<CountedQuestion>& others,
             const std::vector<Answers>& answers)
        : drivers(others.size()) {
        for (const auto& one : answers) {
            std::vector<double> places;
            for (const auto& question : others)
                if (const auto place = place_of(question, one)) places.push_back(*place);
            const auto whole = place_of(first, one);
            if (!whole || places.size() != others.size()) {
                incomplete.push_back(&one);
                continue;
            }
            overall.push_back(*whole);
            for (std::size_t i = 0; i < places.size(); ++i)
                drivers[i].push_back(places[i]);
        }
    }
};

// The question's answers are shown as a whole too, so those of the incomplete can be computed.
bool tells_of_a_few(const CountedQuestion& question, const std::vector<const Answers*>& incomplete) {
    StepCounts left_over(question.values.size());
    for (const auto* one : incomplete)
        if (const auto step = step_of(question, *one)) ++left_over[*step];
    return gives_away(left_over,
                      disclosure::thresholds({}, disclosure::Output::mean, question.sensitivity()));
}

std::vector<CountedQuestion> others_than(const CountedQuestion& first, const Definition& definition) {
    std::vector<CountedQuestion> others;
    for (auto& question : counted_questions(definition))
        if (question.name != first.name && question.favourable_from && !question.question->sensitive &&
            others.size() < st::most_drivers)
            others.push_back(std::move(question));
    return others;
}

Driver driver_from(const json::object& object) {
    Driver driver;
    if (const auto* name = object.if_contains("question"); name != nullptr && name->is_string())
        driver.question = std::string(name->as_string());
    driver.share = number_in(object, "share");
    driver.spearman = number_in(object, "spearman");
    driver.mean = number_in(object, "mean");
    return driver;
}

} // namespace

std::optional<Drivers> drivers_of(const Definition& definition, const std::vector<Answers>& answers) {
    const auto first = headline(definition);
    if (!first || first->question->sensitive) return std::nullopt;
    const auto others = others_than(*first, definition);
    const Complete complete(*first, others, answers);
    const auto few = [&](const CountedQuestion& question) {
        return tells_of_a_few(question, complete.incomplete);
    };
    if (few(*first) || std::ranges::any_of(others, few)) return std::nullopt;
    const auto computed = st::key_drivers(complete.overall, complete.drivers);
    if (!computed.ok() || !(computed->r_squared > 0)) return std::nullopt;
    Drivers drivers{static_cast<std::int64_t>(complete.overall.size()), in_hundredths(computed->r_squared)};
    for (std::size_t i = 0; i < others.size(); ++i) {
        const auto& one = computed->drivers[i];
        drivers.drivers.push_back({others[i].name, in_hundredths(one.shapley / computed->r_squared),
                                   in_hundredths(one.spearman), in_hundredths(one.mean)});
    }
    std::ranges::stable_sort(drivers.drivers, std::ranges::greater(), &Driver::share);
    return drivers;
}

std::string write_drivers(const std::optional<Drivers>& drivers) {
    if (!drivers) return {};
    JsonWriter json;
    json.begin_object().member("answers", drivers->answers).member("explained", drivers->explained);
    json.key("drivers").begin_array();
    for (const auto& driver : drivers->drivers)
        json.begin_object()
            .member("question", driver.question)
            .member("share", driver.share)
            .member("spearman", driver.spearman)
            .member("mean", driver.mean)
            .end_object();
    return std::move(json.end_array().end_object()).text();
}

Result<std::optional<Drivers>> read_drivers(std::string_view text) {
    if (text.empty()) return std::optional<Drivers>();
    const auto object = TRY(stored_object(text));
    Drivers drivers{std::llround(number_in(object, "answers")), number_in(object, "explained")};
    if (const auto* list = object.if_contains("drivers"); list != nullptr && list->is_array())
        for (const auto& one : list->as_array())
            if (one.is_object()) drivers.drivers.push_back(driver_from(one.as_object()));
    return std::optional(drivers);
}

} // namespace maerkbar::surveys::results
