#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "organisation/catalogue.hpp"
#include "sources/surveys/survey_store.hpp"

namespace maerkbar::surveys {

using LinkId = StrongId<struct SurveyLinkTag>;

// What respondents are promised, in these words on the first page.
enum class Mode {
    anonymous,    // nobody can tell who answered; the time is kept as a week
    confidential, // those who run the survey can tell, the unit cannot
    linked,       // the unit can tell, to follow up
};
using WaveId = StrongId<struct SurveyWaveTag>;

// How answers of one person in two waves are put together.
enum class Pairing {
    none,
    token,    // by a code that the person was given, the same in every wave
    own_code, // by a code that the person makes up from things they remember
};
inline constexpr Pairing pairings[] = {Pairing::none, Pairing::token, Pairing::own_code};
[[nodiscard]] std::string_view name_of(Pairing pairing); // "none", "token", "own_code"
[[nodiscard]] std::optional<Pairing> pairing_named(std::string_view name);

inline constexpr Mode modes[] = {Mode::anonymous, Mode::confidential, Mode::linked};
[[nodiscard]] std::string_view name_of(Mode mode);
[[nodiscard]] std::optional<Mode> mode_named(std::string_view name);

// Where a survey is asked.
struct SurveyLink {
    LinkId id;
    std::string code; // the readable end of its address: /s/CODE
    SurveyId survey;
    UnitId unit;
    organisation::CatalogueId contact_point = {};
    Mode mode = Mode::anonymous;
    bool by_code = false; // only with a one-time code
    std::optional<Date> opens = {};
    std::optional<Date> closes = {}; // the last day
    bool ended = false;
    WaveId wave = {};                        // none: asked all the time
    std::optional<std::int64_t> people = {}; // how many are asked, where that is known
    Pairing pairing = Pairing::none;
    bool proxies = false;                         // others may answer for somebody
    std::optional<Instant> ended_at = {};         // known of links ended since version 0.1
    organisation::CatalogueId customer_type = {}; // for whom, where that is known beforehand

    [[nodiscard]] bool open_on(Date day) const {
        return !ended && (!opens || *opens <= day) && (!closes || day <= *closes);
    }
};

// 3 to 40 small letters, digits and -, or a random code of link_length signs.
[[nodiscard]] bool is_link_code(std::string_view text);

Result<std::vector<SurveyLink>> list_links(storage::Connection& connection, TenantId tenant, SurveyId survey);
Result<SurveyLink> read_link(storage::Connection& connection, TenantId tenant, LinkId link); // link.unknown
// However it was typed: capitals and small letters are the same.
Result<std::optional<SurveyLink>> find_link(storage::Connection& connection, TenantId tenant,
                                            std::string_view code);
// Without a code it gets a random one. Errors: link.code (invalid), link.code_taken (conflict),
// link.no_version (invalid) before the survey's first version, link.days.
Result<LinkId> add_link(storage::Transaction& transaction, const SurveyLink& link);
Result<void> end_link(storage::Transaction& transaction, LinkId link);
// How many answers came by each link of a survey.
Result<std::map<LinkId, std::int64_t>> count_answers(storage::Connection& connection, TenantId tenant,
                                                     SurveyId survey);

// Versions never change, so each is read and parsed once. Threads may share it.
class DefinitionCache {
  public:
    Result<std::shared_ptr<const Definition>> get(storage::Connection& connection, TenantId tenant,
                                                  SurveyId survey, std::int64_t version);

  private:
    static constexpr std::size_t most = 1000;
    std::mutex mutex_;
    std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::shared_ptr<const Definition>> known_;
};

// A link that can be answered now.
struct OpenLink {
    TenantId tenant;
    SurveyLink link;
    std::int64_t version = 0; // the latest
    std::shared_ptr<const Definition> definition;
    std::string colour = {}; // of the municipality; empty where it has none of its own
};
// Errors: link.unknown (not_found), link.closed (not_found) outside its days.
Result<OpenLink> open_link(storage::Connection& connection, DefinitionCache& cache, TenantId tenant,
                           std::string_view code, Date today);

} // namespace maerkbar::surveys
