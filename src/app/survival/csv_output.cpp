#include "app/chart/fields.hpp"
#include "app/survival/output.hpp"

namespace maerkbar::app_survival {

namespace {

using app_chart::Fields;
using statistics::LimitScale;

void append_curve(std::string& out, const std::string& group, const GroupResult& result) {
    for (const auto& point : result.curve.points) {
        const auto log_log = statistics::limits_at(point, LimitScale::log_log);
        const auto log = statistics::limits_at(point, LimitScale::log);
        Fields fields(out);
        fields.text(group).text(result.name.empty() ? "all" : result.name).number(point.time);
        fields.integer(point.at_risk).integer(point.ended).integer(point.open).number(point.share_open);
        fields.number(point.standard_error()).number(log_log.lower).number(log_log.upper);
        fields.number(log.lower).number(log.upper).end();
    }
}

} // namespace

std::string csv_output(const Report& report) {
    const auto& request = report.request;
    std::string out =
        "group,value,time,n_risk,n_event,n_censor,surv,greenwood_se_surv,loglog_lower,loglog_upper,"
        "log_lower,log_upper\n";
    append_curve(out, "all", report.analysis.all);
    const std::string group = request.change   ? "change"
                              : request.period ? std::string(name_of(*request.period))
                                               : request.by;
    for (const auto& result : report.analysis.groups)
        append_curve(out, group, result);
    return out;
}

} // namespace maerkbar::app_survival
