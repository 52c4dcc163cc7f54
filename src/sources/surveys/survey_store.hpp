#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sources/surveys/definition/definition.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::surveys {

using SurveyId = StrongId<struct SurveyTag>;

struct Survey {
    SurveyId id;
    Definition draft;
    std::int64_t edition = 1;   // of the draft: who saves must have seen the latest
    std::int64_t published = 0; // latest version; 0: none yet
    std::string library_code = {};
    bool archived = false;
    Instant changed_at = {};
};

struct SurveyVersion {
    std::int64_t version = 0;
    Instant made_at = {};
};

// The newest change first, archived ones last.
Result<std::vector<Survey>> list_surveys(storage::Connection& connection, TenantId tenant);
Result<Survey> read_survey(storage::Connection& connection, TenantId tenant,
                           SurveyId survey); // survey.unknown
Result<std::vector<SurveyVersion>> list_versions(storage::Connection& connection, TenantId tenant,
                                                 SurveyId survey);
Result<Definition> read_version(storage::Connection& connection, TenantId tenant, SurveyId survey,
                                std::int64_t version);

Result<SurveyId> add_survey(storage::Transaction& transaction, const Definition& draft,
                            std::string_view library_code = {});
// Error: survey.changed_meanwhile (conflict) unless `edition` is the present one.
Result<void> save_draft(storage::Transaction& transaction, SurveyId survey, std::int64_t edition,
                        const Definition& draft);
// The draft becomes the next version, if it is sound (see check()) and differs from the last. Errors: those
// of check(), survey.nothing_new.
Result<std::int64_t> publish_draft(storage::Transaction& transaction, SurveyId survey);
Result<void> archive_survey(storage::Transaction& transaction, SurveyId survey, bool archived);

} // namespace maerkbar::surveys
