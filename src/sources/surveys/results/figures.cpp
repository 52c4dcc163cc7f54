#include "sources/surveys/results/figures.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/json_writer.hpp"
#include "sources/surveys/results/stored_json.hpp"

namespace maerkbar::surveys::results {

namespace {

namespace json = boost::json;
using disclosure::Showing;

std::int64_t sum_of(const CountedQuestion& question, const Counts& counts) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < counts.values.size(); ++i)
        sum += (question.lowest + static_cast<std::int64_t>(i)) * counts.values[i];
    return sum;
}

std::int64_t favourable_of(std::size_t from, const Counts& counts) {
    std::int64_t favourable = 0;
    for (std::size_t i = from; i < counts.values.size(); ++i)
        favourable += counts.values[i];
    return favourable;
}

std::optional<std::int64_t> whole(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(json::string_view(name.data(), name.size()));
    return value != nullptr && value->is_int64() ? std::optional(value->as_int64()) : std::nullopt;
}

} // namespace

std::optional<double> Figures::mean() const {
    if (!sum || answers == 0) return std::nullopt;
    return static_cast<double>(*sum) / static_cast<double>(answers);
}

std::optional<double> Figures::share() const {
    if (!favourable || answers == 0) return std::nullopt;
    return static_cast<double>(*favourable) / static_cast<double>(answers);
}

Figures let_out(const CountedQuestion* question, const Counts& counts, const disclosure::Decision& decision) {
    Figures figures{decision.showing, decision.count};
    const bool only_whole =
        question != nullptr && (question->kind == CountedKind::pair || question->kind == CountedKind::choice);
    if (only_whole && figures.showing == Showing::mean) figures = {};
    if (!figures.shown()) return figures;
    figures.answers = counts.answers;
    if (question == nullptr) return figures;
    if (question->has_mean()) figures.sum = sum_of(*question, counts);
    if (question->favourable_from) figures.favourable = favourable_of(*question->favourable_from, counts);
    if (figures.showing == Showing::distribution) figures.distribution = counts;
    return figures;
}

std::string write_figures(const Figures& figures) {
    if (!figures.shown()) return {};
    JsonWriter json;
    json.begin_object().member("answers", figures.answers);
    if (figures.sum) json.member("sum", *figures.sum);
    if (figures.favourable) json.member("favourable", *figures.favourable);
    if (figures.distribution) json.key("counts").raw(write_counts({{"q", *figures.distribution}}));
    return std::move(json.end_object()).text();
}

Result<void> read_figures(std::string_view text, Figures& figures) {
    if (text.empty()) return {};
    const auto object = TRY(stored_object(text));
    figures.answers = whole(object, "answers").value_or(0);
    figures.sum = whole(object, "sum");
    figures.favourable = whole(object, "favourable");
    if (const auto* counts = object.if_contains("counts"))
        figures.distribution = TRY(read_counts(json::serialize(*counts)))["q"];
    return {};
}

} // namespace maerkbar::surveys::results
