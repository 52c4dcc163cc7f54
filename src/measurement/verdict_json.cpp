#include "measurement/verdict_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace maerkbar::measurement {

namespace {

namespace json = boost::json;

void put(json::object& object, const char* name, const std::optional<double>& value) {
    if (value) object[name] = *value;
}

json::object to_json(const Target& target) {
    json::object object;
    put(object, "low", target.low);
    put(object, "high", target.high);
    return object;
}

json::object to_json(const Interval& interval) {
    return {{"low", interval.low}, {"high", interval.high}};
}

json::object to_json(const VerdictPoint& point) {
    json::object object{{"period", point.period.code()}, {"state", name_of(point.state)}};
    put(object, "value", point.value);
    put(object, "numerator", point.numerator);
    put(object, "denominator", point.denominator);
    object["count"] = point.count;
    if (point.fewer_than) object["fewer_than"] = *point.fewer_than;
    if (point.unknown > 0) object["unknown"] = point.unknown;
    put(object, "centre", point.centre);
    put(object, "lower", point.lower);
    put(object, "upper", point.upper);
    object["phase"] = point.phase;
    if (point.outside) object["outside"] = true;
    if (point.in_run) object["in_run"] = true;
    if (point.excluded) object["excluded"] = true;
    if (point.target) object["target"] = to_json(*point.target);
    return object;
}

json::object to_json(const Signal& signal) {
    return {{"kind", name_of(signal.kind)},
            {"meaning", name_of(signal.meaning)},
            {"from", signal.from.code()},
            {"to", signal.to.code()},
            {"points", signal.points}};
}

json::object to_json(const LevelShift& shift) {
    json::object object{{"status", name_of(shift.status)},
                        {"since", shift.since.code()},
                        {"before", shift.before},
                        {"now", shift.now},
                        {"meaning", name_of(shift.meaning)}};
    if (!shift.reason.empty()) object["reason"] = shift.reason;
    return object;
}

json::object to_json(const JudgedPhase& phase) {
    json::object object{{"first", phase.first.code()}, {"last", phase.last.code()}, {"points", phase.points}};
    put(object, "centre", phase.centre);
    put(object, "sigma", phase.sigma);
    put(object, "spread", phase.spread);
    object["useful"] = phase.useful;
    object["longest_run"] = phase.longest_run;
    object["longest_run_limit"] = phase.longest_run_limit;
    object["crossings"] = phase.crossings;
    object["crossings_limit"] = phase.crossings_limit;
    if (phase.frozen_until) object["frozen_until"] = phase.frozen_until->code();
    return object;
}

json::object to_json(const Caution& caution) {
    json::object object{{"kind", name_of(caution.kind)}, {"number", caution.number}};
    if (caution.periods.empty()) return object;
    json::array periods;
    for (const auto& period : caution.periods)
        periods.emplace_back(period.code());
    object["periods"] = std::move(periods);
    return object;
}

json::object to_json(const BetweenPoint& point) {
    json::object object{{"day", point.day.iso()}, {"days", point.days}};
    put(object, "centre", point.centre);
    put(object, "lower", point.lower);
    put(object, "upper", point.upper);
    if (point.outside) object["outside"] = true;
    if (point.excluded) object["excluded"] = true;
    return object;
}

template <typename T>
json::array list(const std::vector<T>& items) {
    json::array array;
    for (const auto& item : items)
        array.push_back(to_json(item));
    return array;
}

} // namespace

std::string write_verdict(const Verdict& verdict, const std::string& sentence) {
    json::object object{{"indicator", verdict.indicator.value},
                        {"unit", verdict.unit.value},
                        {"period", maerkbar::name_of(verdict.period_kind)},
                        {"tag", name_of(verdict.tag)}};
    if (!sentence.empty()) object["sentence"] = sentence;
    if (const auto* latest = verdict.latest_point()) object["latest"] = to_json(*latest);
    if (verdict.interval) object["interval"] = to_json(*verdict.interval);
    if (verdict.uncertainty) object["uncertainty"] = to_json(*verdict.uncertainty);
    if (verdict.target) object["target"] = to_json(*verdict.target);
    object["target_status"] = name_of(verdict.target_status);
    object["capability"] = name_of(verdict.capability);
    if (verdict.next_limits) object["next_limits"] = to_json(*verdict.next_limits);
    if (verdict.shift) object["shift"] = to_json(*verdict.shift);
    object["signals"] = list(verdict.signals);
    object["cautions"] = list(verdict.cautions);
    object["chart"] = {{"type", name_of(verdict.chart)},
                       {"reason", name_of(verdict.chart_reason)},
                       {"phases", list(verdict.phases)}};
    object["points"] = list(verdict.points);
    if (verdict.between)
        object["between"] = {{"days_since_last", verdict.between->since_last},
                             {"unusually_long", verdict.between->unusually_long},
                             {"points", list(verdict.between->points)}};
    return json::serialize(object);
}

} // namespace maerkbar::measurement
