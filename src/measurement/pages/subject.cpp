#include "measurement/pages/subject.hpp"

#include <algorithm>

namespace maerkbar::measurement {

Result<Subject> subject_of(Visit& visit) {
    Subject subject;
    subject.unit = TRY(unit_in(visit, organisation::permission::measurement_read));
    const auto id = TRY(visit.context.request.parameters.id<IndicatorId>("indicator"));
    const auto tenant = visit.viewer.tenant();
    subject.until = TRY(period_in(visit));
    TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
        subject.indicator = TRY(indicator(connection, tenant, id));
        VerdictQuestion question{id, subject.unit};
        question.until = subject.until;
        subject.verdict = TRY(visit.snapshot->verdict(connection, question));
        subject.notes = TRY(notes(connection, tenant, subject.chart()));
        subject.decisions = TRY(decisions(connection, tenant, subject.chart()));
        subject.targets = TRY(targets(connection, tenant, id));
        return {};
    }));
    std::erase_if(subject.targets,
                  [&](const StoredTarget& target) { return target.span.unit != subject.unit; });
    return subject;
}

Drawing drawing_of(const Visit& visit, const Subject& subject) {
    return {visit.language(), subject.indicator.definition, *subject.verdict, visit.viewer.today};
}

} // namespace maerkbar::measurement
