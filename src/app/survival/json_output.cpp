#include "app/survival/output.hpp"
#include "base/json_writer.hpp"

namespace maerkbar::app_survival {

namespace {

using statistics::DurationChange;

std::string_view code_of(DurationChange change) {
    switch (change) {
        case DurationChange::too_few:
            return "too_few";
        case DurationChange::none:
            return "none";
        case DurationChange::unsure:
            return "unsure";
        case DurationChange::shorter:
            return "shorter";
        case DurationChange::longer:
            return "longer";
    }
    return {};
}

void put_finished(JsonWriter& json, const statistics::FinishedFigures& figures) {
    json.key("finished_only").begin_object().member("cases", figures.cases).member("mean", figures.mean);
    json.member("median", figures.median).member("p90", figures.p90).member("longest", figures.longest);
    json.end_object();
}

void put_endings(JsonWriter& json, const GroupResult& group, const CaseFile& file) {
    if (file.endings.empty()) return;
    json.key("endings").begin_array();
    for (const auto& point : group.endings) {
        json.begin_object().member("time", point.time).member("open", point.share_open);
        json.key("shares").begin_object();
        for (std::size_t way = 0; way < file.endings.size(); ++way)
            json.key(file.endings[way])
                .begin_object()
                .member("share", point.endings[way].share)
                .member("standard_error", point.endings[way].standard_error)
                .end_object();
        json.end_object().end_object();
    }
    json.end_array();
}

void put_group(JsonWriter& json, const GroupResult& group, const CaseFile& file) {
    json.begin_object();
    if (!group.name.empty()) json.member("name", group.name);
    json.member("cases", group.curve.cases).member("ended", group.curve.ended);
    json.member("open", group.curve.cases - group.curve.ended).key("quantiles").begin_array();
    for (std::size_t i = 0; i < quantile_shares.size(); ++i)
        json.begin_object()
            .member("share", quantile_shares[i])
            .member("time", group.quantiles[i].time)
            .member("lower", group.quantiles[i].limits.lower)
            .member("upper", group.quantiles[i].limits.upper)
            .end_object();
    json.end_array();
    put_finished(json, group.finished);
    put_endings(json, group, file);
    json.end_object();
}

void put_test(JsonWriter& json, const char* name, const statistics::CurveComparison& test) {
    json.key(name).begin_object().member("chi_squared", test.chi_squared);
    json.member("degrees_of_freedom", test.degrees_of_freedom).member("p", test.p).end_object();
}

void put_side(JsonWriter& json, const char* key, const std::string& name,
              const statistics::DurationSide& side) {
    json.key(key).begin_object().member("name", name).member("restricted_mean", side.mean.value);
    json.member("restricted_mean_standard_error", side.mean.standard_error);
    put_finished(json, side.finished);
    json.end_object();
}

void put_comparison(JsonWriter& json, const Comparison& comparison) {
    const auto& result = comparison.result;
    json.key("comparison").begin_object().member("change", code_of(result.change));
    put_side(json, "before", comparison.before, result.before);
    put_side(json, "after", comparison.after, result.after);
    json.member("horizon", result.horizon);
    put_test(json, "log_rank", result.log_rank);
    put_test(json, "peto", result.peto);
    json.key("finished_only").begin_object().member("claim", code_of(result.finished_claim));
    json.member("p", result.finished_test.p).member("median_difference", result.finished_shift).end_object();
    json.end_object();
}

void put_texts(JsonWriter& json, const char* key, const std::vector<std::string>& texts) {
    json.key(key).begin_array();
    for (const auto& text : texts)
        json.value(text);
    json.end_array();
}

} // namespace

std::string json_output(const Report& report) {
    const auto& analysis = report.analysis;
    JsonWriter json;
    json.begin_object().member("as_of", report.file.as_of).key("all");
    put_group(json, analysis.all, report.file);
    json.key("groups").begin_array();
    for (const auto& group : analysis.groups)
        put_group(json, group, report.file);
    json.end_array();
    if (analysis.log_rank) put_test(json, "log_rank", *analysis.log_rank);
    if (analysis.peto) put_test(json, "peto", *analysis.peto);
    if (analysis.comparison) put_comparison(json, *analysis.comparison);
    put_texts(json, "statement", statement(report));
    put_texts(json, "notes", notes(report));
    json.end_object();
    return json.text() + "\n";
}

} // namespace maerkbar::app_survival
