#include "sources/surveys/results/counts.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>

#include "base/json_writer.hpp"
#include "sources/surveys/results/stored_json.hpp"

namespace maerkbar::surveys::results {

namespace {

namespace json = boost::json;

void count_value(const CountedQuestion& question, std::string_view value, Counts& counts) {
    const auto found = std::ranges::find(question.values, value);
    if (found != question.values.end())
        ++counts.values[static_cast<std::size_t>(found - question.values.begin())];
}

bool known(const CountedQuestion& question, std::string_view value) {
    return std::ranges::find(question.values, value) != question.values.end();
}

void count_one(const CountedQuestion& question, const Answer& answer, Counts& counts) {
    if (answer.missing != Missing::none) {
        ++counts.missing[static_cast<std::size_t>(answer.missing) - 1];
        return;
    }
    if (question.kind == CountedKind::text) {
        counts.answers += answer.value().empty() ? 0 : 1;
        return;
    }
    if (std::ranges::none_of(answer.values, [&](const auto& value) { return known(question, value); }))
        return;
    ++counts.answers;
    for (const auto& value : answer.values)
        count_value(question, value, counts);
}

void count_pair(const CountedQuestion& question, const Answers& answers, Counts& counts) {
    const auto* expected = find(answers, question.name + "." + std::string(expected_side));
    const auto* experienced = find(answers, question.name + "." + std::string(experienced_side));
    if (expected == nullptr || experienced == nullptr || !expected->answered() || !experienced->answered())
        return;
    count_one(question, {{std::string(expected->value()) + "," + std::string(experienced->value())}}, counts);
}

Result<Counts> counts_of(const json::value& value) {
    Counts counts;
    if (!value.is_array() || value.as_array().size() != 3) return unreadable_counts();
    const auto& parts = value.as_array();
    if (!parts[0].is_int64() || !parts[1].is_array() || !parts[2].is_array()) return unreadable_counts();
    counts.answers = parts[0].as_int64();
    for (const auto& number : parts[1].as_array())
        counts.values.push_back(number.is_int64() ? number.as_int64() : 0);
    for (std::size_t i = 0; i < counts.missing.size() && i < parts[2].as_array().size(); ++i)
        counts.missing[i] = parts[2].as_array()[i].is_int64() ? parts[2].as_array()[i].as_int64() : 0;
    return counts;
}

} // namespace

void Counts::add(const Counts& other, std::int64_t times) {
    answers += other.answers * times;
    values.resize(std::max(values.size(), other.values.size()));
    for (std::size_t i = 0; i < other.values.size(); ++i)
        values[i] += other.values[i] * times;
    for (std::size_t i = 0; i < missing.size(); ++i)
        missing[i] += other.missing[i] * times;
}

void Counts::clamp() {
    answers = std::max<std::int64_t>(answers, 0);
    for (auto& value : values)
        value = std::max<std::int64_t>(value, 0);
    for (auto& reason : missing)
        reason = std::max<std::int64_t>(reason, 0);
}

void count_answer(const std::vector<CountedQuestion>& questions, const Answers& answers,
                  CountsByQuestion& into) {
    ++into[std::string(whole_survey)].answers;
    for (const auto& question : questions) {
        auto& counts = into[question.name];
        counts.values.resize(question.values.size());
        if (question.kind == CountedKind::pair) {
            count_pair(question, answers, counts);
        } else if (const auto* answer = find(answers, question.name)) {
            count_one(question, *answer, counts);
        }
    }
}

std::optional<std::int32_t> same_answer(const Counts& counts, bool pair) {
    if (pair && counts.answers > 0) {
        if (const auto same = same_answer(side_of(counts, Side::experience), false)) return same;
        if (const auto same = same_answer(side_of(counts, Side::expectation), false)) return 100 + *same;
        return std::nullopt;
    }
    for (std::size_t i = 0; i < counts.values.size(); ++i)
        if (counts.answers > 0 && counts.values[i] == counts.answers) return static_cast<std::int32_t>(i);
    return std::nullopt;
}

Counts side_of(const Counts& pair, Side side) {
    const auto steps = static_cast<std::size_t>(std::lround(std::sqrt(pair.values.size())));
    Counts counts{pair.answers, std::vector<std::int64_t>(steps), {}};
    for (std::size_t i = 0; i < steps * steps; ++i)
        counts.values[side == Side::experience ? i % steps : i / steps] += pair.values[i];
    return counts;
}

std::string write_counts(const CountsByQuestion& counts) {
    JsonWriter json;
    json.begin_object();
    for (const auto& [name, one] : counts) {
        json.key(name).begin_array().value(one.answers).begin_array();
        for (const auto value : one.values)
            json.value(value);
        json.end_array().begin_array();
        for (const auto reason : one.missing)
            json.value(reason);
        json.end_array().end_array();
    }
    return std::move(json.end_object()).text();
}

Result<CountsByQuestion> read_counts(std::string_view text) {
    const auto object = TRY(stored_object(text));
    CountsByQuestion counts;
    for (const auto& member : object)
        counts[std::string(member.key())] = TRY(counts_of(member.value()));
    return counts;
}

} // namespace maerkbar::surveys::results
