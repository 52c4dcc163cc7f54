#include "app/assessment_evidence.hpp"

#include "measurement/sentence.hpp"

namespace maerkbar::app {

namespace {

using measurement::TargetStatus;
using measurement::Verdict;

assessment::Trend trend_of(const Verdict& verdict) {
    if (verdict.tag == measurement::Tag::better) return assessment::Trend::better;
    return verdict.tag == measurement::Tag::worse ? assessment::Trend::worse : assessment::Trend::none;
}

assessment::Attainment attainment_of(TargetStatus status) {
    if (status == TargetStatus::kept || status == TargetStatus::met) return assessment::Attainment::kept;
    if (status == TargetStatus::not_kept || status == TargetStatus::not_met)
        return assessment::Attainment::missed;
    return assessment::Attainment::unknown;
}

} // namespace

Result<std::vector<assessment::IndicatorEvidence>> evidence_from(
    measurement::Verdicts& verdicts, storage::Connection& connection,
    const assessment::EvidenceQuestion& question) {
    const auto now = TRY(verdicts.now(connection, question.tenant, question.today));
    std::vector<assessment::IndicatorEvidence> found;
    for (const auto& indicator : now->ground().indicators) {
        if (indicator.archived || indicator.edition == 0) continue;
        const auto verdict = now->verdict(connection, {indicator.id, question.unit});
        if (!verdict.ok() && verdict.error().kind != ErrorKind::forbidden) return verdict.error();
        if (!verdict.ok() || !(*verdict)->latest) continue;
        found.push_back(
            {indicator.id,
             indicator.library_code,
             std::string(indicator.definition.name.in(question.language.code())),
             measurement::say(question.language, indicator.definition, **verdict, question.today).text(),
             {trend_of(**verdict), attainment_of((*verdict)->target_status)}});
    }
    return found;
}

} // namespace maerkbar::app
