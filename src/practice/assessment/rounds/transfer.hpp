#pragma once

#include <map>
#include <string>

#include "practice/assessment/rounds/round_file.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

// Where actions of an assessment say they come from.
inline constexpr std::string_view origin_kind = "assessment";

using IndicatorNames = std::map<IndicatorId, std::string>; // in Danish

// A round as it may be taken along: of items that are not closed yet no score and no word.
[[nodiscard]] Result<RoundFile> export_round(storage::Connection& connection, TenantId tenant, RoundId round,
                                             const IndicatorNames& indicators);

struct ImportTarget {
    UnitId unit;
    PersonId owner; // of every action whose file names nobody who is known here
    IndicatorNames indicators = {};
    std::map<std::string, PersonId, std::less<>> people = {}; // who may own actions, by name
    std::string responsible =
        {}; // "Responsible: {name}", put into the action where the name is not known here
};
// Makes the round anew as it was left. Its participants are numbers, and no score of one item can be laid
// beside one of another. Errors: assessment.round_open (invalid) where its scoring was not closed; those of
// the stores.
[[nodiscard]] Result<RoundId> import_round(storage::Transaction& transaction, const RoundFile& file,
                                           const ImportTarget& target);

} // namespace maerkbar::assessment
