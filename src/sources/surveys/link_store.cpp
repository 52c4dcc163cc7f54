#include "sources/surveys/link_store.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/secrets.hpp"

namespace maerkbar::surveys {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::array<std::string_view, 3> mode_names{"anonymous", "confidential", "linked"};
constexpr std::array<std::string_view, 3> pairing_names{"none", "token", "own_code"};

constexpr std::string_view link_columns =
    "select id, code, survey_id, unit_id, contact_point_id, mode, by_code, opens, closes, ended, wave_id, "
    "people, "
    "pairing, proxies, ended_at, customer_type_id from "
    "survey_link "
    "where tenant_id = ? ";

std::optional<Date> day_of(const Row& row, int column) {
    return row.is_null(column) ? std::nullopt : Date::parse_iso(row.text(column));
}

SurveyLink link_of(const Row& row) {
    SurveyLink link{LinkId{row.integer(0)}, std::string(row.text(1)), SurveyId{row.integer(2)},
                    UnitId{row.integer(3)}};
    link.contact_point = organisation::CatalogueId{row.is_null(4) ? 0 : row.integer(4)};
    link.mode = mode_named(row.text(5)).value_or(Mode::anonymous);
    link.by_code = row.integer(6) != 0;
    link.opens = day_of(row, 7);
    link.closes = day_of(row, 8);
    link.ended = row.integer(9) != 0;
    link.wave = WaveId{row.is_null(10) ? 0 : row.integer(10)};
    if (!row.is_null(11)) link.people = row.integer(11);
    link.pairing = pairing_named(row.text(12)).value_or(Pairing::none);
    link.proxies = row.integer(13) != 0;
    if (!row.is_null(14)) link.ended_at = Instant(std::chrono::milliseconds(row.integer(14)));
    link.customer_type = organisation::CatalogueId{row.optional_integer(15).value_or(0)};
    return link;
}

std::optional<std::string> iso(std::optional<Date> day) {
    return day ? std::optional(day->iso()) : std::nullopt;
}

Result<void> check_link(Connection& connection, TenantId tenant, const SurveyLink& link) {
    if (!is_link_code(link.code))
        return Error{ErrorKind::invalid,
                     "link.code",
                     translatable("A short name has 3 to 40 letters from a to z, digits and dashes."),
                     {},
                     "code"};
    if (TRY(find_link(connection, tenant, link.code)))
        return Error{ErrorKind::conflict,
                     "link.code_taken",
                     translatable("Another survey is asked under this short name. Choose another."),
                     {},
                     "code"};
    if (link.opens && link.closes && *link.closes < *link.opens)
        return Error{
            ErrorKind::invalid, "link.days", translatable("The last day is before the first."), {}, "closes"};
    if (TRY(read_survey(connection, tenant, link.survey)).published == 0)
        return Error{ErrorKind::invalid, "link.no_version",
                     translatable("Make the survey's first version before it is asked.")};
    return {};
}

} // namespace

std::string_view name_of(Mode mode) {
    return mode_names[static_cast<std::size_t>(mode)];
}

std::optional<Mode> mode_named(std::string_view name) {
    const auto* const found = std::ranges::find(mode_names, name);
    if (found == mode_names.end()) return std::nullopt;
    return static_cast<Mode>(found - mode_names.begin());
}

std::string_view name_of(Pairing pairing) {
    return pairing_names[static_cast<std::size_t>(pairing)];
}

std::optional<Pairing> pairing_named(std::string_view name) {
    const auto* const found = std::ranges::find(pairing_names, name);
    if (found == pairing_names.end()) return std::nullopt;
    return static_cast<Pairing>(found - pairing_names.begin());
}

bool is_link_code(std::string_view text) {
    return text.size() >= 3 && text.size() <= 40 && text.front() != '-' &&
           std::ranges::all_of(
               text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Result<std::vector<SurveyLink>> list_links(Connection& connection, TenantId tenant, SurveyId survey) {
    return connection.all(std::string(link_columns) + "and survey_id = ? order by ended, id desc",
                          {tenant, survey}, link_of);
}

Result<SurveyLink> read_link(Connection& connection, TenantId tenant, LinkId link) {
    const auto found =
        TRY(connection.first(std::string(link_columns) + "and id = ?", {tenant, link}, link_of));
    if (!found)
        return Error{ErrorKind::not_found, "link.unknown",
                     translatable("There is no survey at this address.")};
    return *found;
}

Result<std::optional<SurveyLink>> find_link(Connection& connection, TenantId tenant, std::string_view code) {
    return connection.first(std::string(link_columns) + "and code = ?", {tenant, lower_case(code)}, link_of);
}

Result<LinkId> add_link(Transaction& transaction, const SurveyLink& wanted) {
    auto link = wanted;
    const auto tenant = transaction.actor().tenant;
    link.code = lower_case(link.code.empty() ? random_code(link_length) : link.code);
    TRY(check_link(transaction.connection(), tenant, link));
    const auto id = TRY(transaction.next_id<LinkId>(tenant, "survey_link"));
    TRY(transaction.connection().execute(
        "insert into survey_link (tenant_id, id, code, survey_id, unit_id, contact_point_id, mode, by_code, "
        "opens, closes, ended, wave_id, people, pairing, proxies, made_at, customer_type_id) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)",
        {tenant, id, link.code, link.survey, link.unit,
         link.contact_point ? std::optional(link.contact_point) : std::nullopt, name_of(link.mode),
         link.by_code, iso(link.opens), iso(link.closes), link.wave ? std::optional(link.wave) : std::nullopt,
         link.people, name_of(link.pairing), link.proxies, transaction.now(),
         link.customer_type ? std::optional(link.customer_type) : std::nullopt}));
    TRY(transaction.audit({"survey_link.created", "survey_link", std::to_string(id.value)}));
    return id;
}

Result<void> end_link(Transaction& transaction, LinkId link) {
    TRY(read_link(transaction.connection(), transaction.actor().tenant, link));
    TRY(transaction.connection().execute(
        "update survey_link set ended = 1, ended_at = ? where tenant_id = ? and id = ? and ended = 0",
        {transaction.now(), transaction.actor().tenant, link}));
    return transaction.audit({"survey_link.ended", "survey_link", std::to_string(link.value)});
}

Result<std::map<LinkId, std::int64_t>> count_answers(Connection& connection, TenantId tenant,
                                                     SurveyId survey) {
    std::map<LinkId, std::int64_t> counts;
    TRY(connection.query(
        "select a.link_id, count(*) from survey_answer a join survey_link l on l.tenant_id = "
        "a.tenant_id and l.id = a.link_id where a.tenant_id = ? and l.survey_id = ? group by a.link_id",
        {tenant, survey}, [&](const Row& row) -> Result<void> {
            counts[LinkId{row.integer(0)}] = row.integer(1);
            return {};
        }));
    return counts;
}

Result<std::shared_ptr<const Definition>> DefinitionCache::get(Connection& connection, TenantId tenant,
                                                               SurveyId survey, std::int64_t version) {
    const std::tuple key{tenant.value, survey.value, version};
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = known_.find(key); found != known_.end()) return found->second;
    }
    auto read = std::make_shared<const Definition>(TRY(read_version(connection, tenant, survey, version)));
    const std::lock_guard lock(mutex_);
    if (known_.size() >= most) known_.clear();
    known_[key] = read;
    return std::shared_ptr<const Definition>(std::move(read));
}

Result<OpenLink> open_link(Connection& connection, DefinitionCache& cache, TenantId tenant,
                           std::string_view code, Date today) {
    const auto link = TRY(find_link(connection, tenant, code));
    if (!link)
        return Error{ErrorKind::not_found, "link.unknown",
                     translatable("There is no survey at this address.")};
    if (!link->open_on(today))
        return Error{ErrorKind::not_found, "link.closed",
                     translatable("This survey is not open now. Thank you for wanting to answer.")};
    const auto version = TRY(connection.number("select published from survey where tenant_id = ? and id = ?",
                                               {tenant, link->survey}));
    return OpenLink{tenant, *link, version, TRY(cache.get(connection, tenant, link->survey, version))};
}

} // namespace maerkbar::surveys
