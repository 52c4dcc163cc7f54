#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/application.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/target_store.hpp"
#include "organisation/setup.hpp"
#include "organisation/store_units.hpp"
#include "storage/testing.hpp"
#include "tables/table_file.hpp"

// Three years of published figures go the whole way from the file to the verdicts. What is expected was
// counted from the file by another program, here for England and then each organisation in March 2019:
//     awk -F, '/^2019-03/ {a += $4; b += $5} END {print a, b}' examples/ae_attendances.csv
//     awk -F, '/^2019-03/ {a[$2] += $4; b[$2] += $5}
//         END {for (o in a) if (a[o] - b[o] >= .95 * a[o]) k++; else m++; print k, m}'
//         examples/ae_attendances.csv
namespace maerkbar::app {
namespace {

using measurement::TargetStatus;
using measurement::Verdict;
using VerdictPtr = std::shared_ptr<const Verdict>;

constexpr auto* attendances_file = "examples/ae_attendances.csv";

constexpr auto* seen_within_four_hours =
    R"json({"name":{"en":"Seen within four hours"},"phrase":{"en":"of the patients were seen within four hours"},
      "source":"figures","filter":{"column":"series","op":"is","value":"A&E"},
      "measure":{"kind":"share","numerator":"numerator","denominator":"denominator"},
      "direction":"higher","period":"month","format":"percent"})json";

// The day after which the file was published: verdicts look three years back from it.
constexpr Instant april_2019 =
    std::chrono::sys_days{std::chrono::year{2019} / 4 / 20} + std::chrono::hours{10};

// The organisations in the file, and the rows there are.
std::set<std::string> organisations(std::size_t& rows) {
    auto file = tables::TableFile::open(attendances_file).value();
    std::set<std::string> found;
    tables::Row row;
    while (file.next(row).value()) {
        found.insert(std::string(row[1]));
        ++rows;
    }
    return found;
}

// England with one unit for every organisation of the file, its figures and a target of 95 %.
class England {
  public:
    England() : folder_(storage::Dialect::sqlite), application_(open(folder_)) {
        const organisation::FirstAdministrator first{
            {"England", organisation::Country::denmark}, "admin", "Administrator"};
        installed_ = organisation::initialise(database(), first, application_->sign_in().settings()).value();
        add_units();
        add_indicator();
        import_figures();
    }

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] const std::map<std::string, UnitId>& units() const { return units_; }
    [[nodiscard]] UnitId root() const { return installed_.root; }
    [[nodiscard]] VerdictPtr verdict(UnitId unit) const {
        return application_->verdicts().get(tenant(), {indicator_, unit}, application_->today()).value();
    }
    [[nodiscard]] VerdictPtr verdict(const std::string& code) const { return verdict(units_.at(code)); }
    [[nodiscard]] std::vector<VerdictPtr> verdicts() const {
        std::vector<VerdictPtr> all;
        for (const auto& [code, unit] : units_)
            all.push_back(verdict(unit));
        return all;
    }

  private:
    static std::unique_ptr<Application> open(const storage::testing::TestDatabase& folder) {
        Settings settings;
        settings.data = folder.folder() + "/data";
        settings.cheap_passwords = true;
        auto storage_settings = folder.settings();
        storage_settings.clock = [] { return april_2019; };
        return std::move(Application::create(settings, storage_settings).value());
    }
    [[nodiscard]] storage::Database& database() const { return application_->database(); }
    [[nodiscard]] TenantId tenant() const { return installed_.tenant.id; }
    [[nodiscard]] storage::Actor actor() const { return {tenant(), installed_.administrator, "cli", "test"}; }

    void add_units() {
        const auto codes = organisations(rows_);
        const auto level = database().read(
            [&](storage::Connection& connection) { return organisation::read_levels(connection, tenant()); });
        const auto added = database().write(actor(), [&](storage::Transaction& tx) -> Result<void> {
            for (const auto& code : codes)
                units_[code] = TRY(organisation::add_unit(tx, tenant(),
                                                          {{},
                                                           level.value().at(1).id,
                                                           code,
                                                           root(),
                                                           organisation::beginning,
                                                           {{organisation::CodeKind::organisation, code}}}));
            return {};
        });
        REQUIRE(added.ok());
    }
    void add_indicator() {
        const auto definition = measurement::read_definition(seen_within_four_hours).value();
        const auto made = database().write(actor(), [&](storage::Transaction& tx) -> Result<void> {
            indicator_ = TRY(measurement::create_indicator(tx, definition)).indicator;
            TRY(measurement::set_target(tx, indicator_,
                                        {root(), *Date::from(2016, 4, 1), std::nullopt, {0.95, {}}}));
            return {};
        });
        REQUIRE(made.ok());
        REQUIRE(application_->compute_waiting_definitions(actor()).ok());
    }
    void import_figures() {
        sources::ImportOrder order;
        order.source = "figures";
        order.feed = "A&E attendances";
        order.file_name = "ae_attendances.csv";
        order.file = attendances_file;
        order.mapping.fields = {
            {"when", {.column = "period"}},
            {"unit", {.column = "org_code"}},
            {"series", {.constant = "A&E"}},
            {"numerator", {.column = "attendances", .minus = {"breaches"}}},
            {"denominator", {.column = "attendances"}},
        };
        auto& importer = application_->importer();
        const auto import = importer.check_and_confirm(actor(), order);
        REQUIRE_MESSAGE(import.ok(), (import.ok() ? "" : import.error().code));
        REQUIRE(importer.run(actor(), *import, order.file, [](std::int64_t, std::int64_t) {}).ok());
        CHECK(importer.find(tenant(), *import).value().rows_good == static_cast<std::int64_t>(rows_));
    }

    storage::testing::TestDatabase folder_;
    std::unique_ptr<Application> application_;
    organisation::Installed installed_;
    IndicatorId indicator_;
    std::size_t rows_ = 0;
    std::map<std::string, UnitId> units_;
};

bool stands_in(const Verdict& verdict, std::string_view period) {
    return verdict.latest_point() != nullptr && verdict.latest_point()->period.code() == period;
}

auto count_of(const std::vector<VerdictPtr>& verdicts, TargetStatus status) {
    return std::count_if(verdicts.begin(), verdicts.end(),
                         [&](const VerdictPtr& verdict) { return verdict->target_status == status; });
}

TEST_CASE("real figures of 274 organisations become verdicts") {
    const England england;
    REQUIRE(england.rows() == 12'765);
    REQUIRE(england.units().size() == 274);

    SUBCASE("the whole country is the sum of its organisations") {
        const auto all = england.verdict(england.root());
        REQUIRE(stands_in(*all, "2019-03"));
        CHECK(*all->latest + 1 == 36); // months from April 2016
        CHECK(*all->points.front().denominator == 1'867'781);
        CHECK(*all->points.front().numerator == 1'867'781 - 186'122);
        CHECK(*all->latest_point()->denominator == 2'167'550);
        CHECK(*all->latest_point()->numerator == 2'167'550 - 290'359);
        CHECK(*all->latest_point()->value == doctest::Approx(0.8660427671795345));
        CHECK(all->target_status == TargetStatus::not_kept);
    }

    SUBCASE("rows of several departments in a month are one figure of the organisation") {
        const auto in_time = england.verdict("RQM");
        REQUIRE(stands_in(*in_time, "2019-03"));
        CHECK(*in_time->latest_point()->denominator == 29'550);
        CHECK(*in_time->latest_point()->numerator == 29'550 - 1'222);
        CHECK(in_time->target_status == TargetStatus::kept);
        const auto late = england.verdict("RRK");
        CHECK(*late->latest_point()->numerator == 35'446 - 10'706);
        CHECK(late->target_status == TargetStatus::not_kept);
    }

    SUBCASE("everybody is judged by the target of the country") {
        auto verdicts = england.verdicts();
        CHECK(count_of(verdicts, TargetStatus::kept) == 146); // two of them seen in April 2016 only;
        CHECK(count_of(verdicts, TargetStatus::not_kept) == 128);
        std::erase_if(verdicts, [](const VerdictPtr& verdict) { return !stands_in(*verdict, "2019-03"); });
        REQUIRE(verdicts.size() == 226); // the others closed, or have not reported
        CHECK(count_of(verdicts, TargetStatus::kept) == 104);
        CHECK(count_of(verdicts, TargetStatus::not_kept) == 122);
    }
}

} // namespace
} // namespace maerkbar::app
