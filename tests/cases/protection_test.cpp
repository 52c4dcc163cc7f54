// Tries to get at the answers of three people by every way that figures of survey answers leave: their own
// unit's pages and files, and what is left when its siblings are taken from the unit above.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "cases/client.hpp"
#include "cases/fixture.hpp"
#include "cases/site.hpp"
#include "organisation/store_units.hpp"
#include "sources/surveys/library.hpp"
#include "sources/surveys/past_answers.hpp"
#include "sources/surveys/results/release.hpp"
#include "storage/testing.hpp"
#include "tables/byte_input.hpp"
#include "tables/zip_part.hpp"

namespace maerkbar::cases {
namespace {

using storage::Database;
using storage::Transaction;
using surveys::SurveyId;

// What was answered at a unit in October 2025, and how that reads where it is shown.
struct Unit {
    std::string_view name;
    int satisfied;
    int others;
    std::vector<std::string_view> readings; // of the share, and of both numbers
};
const std::vector<Unit> children{
    {"Telefoner", 34, 6, {"85%", "85.0", "85,0", "0.85", "34 of 40"}},
    {"Skranken", 13, 16, {"45%", "44.8", "44,8", "0.448", "13 of 29"}},
    {"Breve", 2, 1, {"67%", "66.7", "66,7", "0.66", "2 of 3"}}, // too few
};
const Unit parent{"Borgerservice", 49, 23, {"68%", "68.1", "68,1", "0.680", "49 of 72"}};

std::string reply(int satisfied) {
    return R"({"satisfied":)" + std::to_string(satisfied) + "}";
}

class Attack {
  public:
    explicit Attack(storage::Dialect dialect) : database_(dialect) {
        fixture_ = make_fixture(*database_).value();
        fill();
        const auto settings = database_.settings();
        database_.close();
        const auto own = database_.folder(); // empty on PostgreSQL
        folder_ = own.empty() ? std::filesystem::temp_directory_path() / "maerkbar-protection"
                              : std::filesystem::path(own) / "protection";
        std::filesystem::create_directories(folder_);
        site_ = Site::open(settings, folder_).value();
        client_ = std::make_unique<Client>(site_->router(), fixture_.actors, folder_, ".");
        follow();
    }

    Answer get(const std::string& target, std::string actor = "consultant") {
        return client_
            ->send({.actor = std::move(actor), .method = "GET", .target = target}, fixture_.variables)
            .value();
    }

    [[nodiscard]] std::string id_of(std::string_view name) const {
        return std::to_string(units_.find(name)->second.value);
    }

  private:
    template <typename F>
    auto write(F work) {
        return database_->write(actor_, work).value();
    }

    UnitId add_unit(std::string_view name) {
        const UnitId above{std::stoll(fixture_.variables.find("borgerservice")->second)};
        const organisation::NewUnit wanted{{},    organisation::LevelId{2}, std::string(name),
                                           above, organisation::beginning,  {}};
        return write([&](Transaction& t) { return organisation::add_unit(t, TenantId{1}, wanted); });
    }

    void answer(surveys::LinkId link, const Unit& unit) {
        std::vector<surveys::PastAnswer> answers;
        const auto add = [&](int times, int step) {
            for (int i = 0; i < times; ++i)
                answers.push_back(
                    {*Date::from(2025, 10, 6 + 7 * (i % 3)), surveys::read_answers(reply(step)).value()});
        };
        add(unit.satisfied, 5);
        add(unit.others, 2);
        (void)database_
            ->write(actor_, [&](Transaction& t) { return store_past_answers(t, link, 1, answers); })
            .value();
    }

    void fill() {
        units_.emplace("Borgerservice", UnitId{std::stoll(fixture_.variables.find("borgerservice")->second)});
        units_.emplace("Telefoner", UnitId{std::stoll(fixture_.variables.find("telefoner")->second)});
        units_.emplace("Skranken", add_unit("Skranken"));
        units_.emplace("Breve", add_unit("Breve"));
        const auto definition = surveys::ready_survey("service_desk").value().definition;
        const auto survey = write([&](Transaction& t) -> Result<SurveyId> {
            const auto id = TRY(surveys::add_survey(t, definition, "service_desk"));
            TRY(surveys::publish_draft(t, id));
            return id;
        });
        for (const auto& unit : children) {
            surveys::SurveyLink link;
            link.survey = survey;
            link.unit = units_.find(unit.name)->second;
            answer(write([&](Transaction& t) { return surveys::add_link(t, link); }), unit);
        }
        const auto tree =
            database_->read([](storage::Connection& c) { return organisation::read_units(c, TenantId{1}); })
                .value();
        (void)surveys::results::release_survey(*database_, actor_, tree, survey, *Date::from(2026, 2, 25))
            .value();
    }

    // The indicator on the question, as somebody who may define it makes it.
    void follow() {
        const auto before = get("/results/1?unit=" + id_of("Borgerservice"));
        REQUIRE(before.status == 200);
        const auto made = client_->send({.actor = "consultant",
                                         .method = "POST",
                                         .target = "/results/1/follow?unit=" + id_of("Borgerservice"),
                                         .fields = {{"question", "satisfied"}}},
                                        fixture_.variables);
        REQUIRE(made.value().status == 303);
        REQUIRE(site_->settle().ok());
    }

    storage::testing::TestDatabase database_;
    storage::Actor actor_{TenantId{1}, {}, "web"};
    std::map<std::string, UnitId, std::less<>> units_;
    Fixture fixture_;
    std::filesystem::path folder_;
    std::unique_ptr<Site> site_;
    std::unique_ptr<Client> client_;
};

bool reads(const std::string& body, const Unit& unit) {
    return std::ranges::any_of(
        unit.readings, [&](std::string_view reading) { return body.find(reading) != std::string::npos; });
}

// Every way that figures of a unit leave, with its number in place of U.
const std::vector<std::string> ways{
    "/units/U",
    "/units/U?period=2025-10",
    "/units/U/indicators/1",
    "/units/U/indicators/1?period=2025-10",
    "/units/U/indicators/1/chart.csv",
    "/units/U/indicators/1/chart.svg",
    "/api/v1/units/U/verdicts",
    "/api/v1/units/U/indicators/1",
    "/api/v1/units/U/indicators/1?period=quarter",
    "/api/v1/units/U/indicators/1?period=year",
    "/results/1?unit=U",
    "/results/1?unit=U&period=month:2025-10-01:2025-10-31",
    "/results/1/map?unit=U",
    "/api/v1/surveys/1/results?unit=U",
    "/search?q=Breve",
    "/search?q=67",
};

std::string way_of(const std::string& way, const std::string& unit) {
    auto target = way;
    if (const auto place = target.find('U'); place != std::string::npos) target.replace(place, 1, unit);
    return target;
}

void on_each(FunctionRef<void(Attack&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Attack attack(dialect);
        test(attack);
    }
}

TEST_CASE("what three people answered is shown by no page, file or call of the API") {
    on_each([](Attack& attack) {
        const auto& few = children.back();
        int shown = 0; // of the unit above: the readings are those that are really used
        for (const auto& way : ways)
            for (const auto* unit : {"Borgerservice", "Telefoner", "Skranken", "Breve"}) {
                const auto target = way_of(way, attack.id_of(unit));
                const auto answer = attack.get(target);
                CHECK_MESSAGE(answer.status < 500, target);
                CHECK_MESSAGE(!reads(answer.body, few), target);
                if (reads(answer.body, parent)) ++shown;
            }
        CHECK(shown >= 8);
    });
}

TEST_CASE("the unit above less its other units is not what three people answered") {
    on_each([](Attack& attack) {
        std::set<std::string_view> known;
        for (const auto& way : ways)
            for (const auto* unit : {"Borgerservice", "Telefoner", "Skranken", "Breve"}) {
                const auto answer = attack.get(way_of(way, attack.id_of(unit)));
                if (reads(answer.body, parent)) known.insert(parent.name);
                for (const auto& child : children)
                    if (reads(answer.body, child)) known.insert(child.name);
            }
        CHECK(known.contains(parent.name));
        CHECK(known.size() == 2); // and one of the two larger units, never both
    });
}

// The cells of a workbook, as they are stored in it.
std::string cells_of(const std::string& workbook) {
    std::string cells;
    for (const auto* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"}) {
        auto opened = tables::ZipPart::open(tables::ByteInput::memory(workbook), part, {});
        if (!opened.ok()) continue; // texts may stand in the sheet itself
        std::array<char, 4096> block{};
        while (const auto read = opened->read(block.data(), block.size()).value())
            cells.append(block.data(), read);
    }
    return cells;
}

TEST_CASE("a workbook holds no more than the page") {
    on_each([](Attack& attack) {
        std::set<std::string_view> known;
        for (const auto* unit : {"Borgerservice", "Telefoner", "Skranken", "Breve"}) {
            const auto answer = attack.get("/units/" + attack.id_of(unit) + "/indicators/1/chart.xlsx");
            REQUIRE(answer.status == 200);
            const auto cells = cells_of(answer.body);
            REQUIRE_FALSE(cells.empty());
            CHECK_FALSE(reads(cells, children.back()));
            if (reads(cells, parent)) known.insert(parent.name);
            for (const auto& child : children)
                if (reads(cells, child)) known.insert(child.name);
        }
        CHECK(known.contains(parent.name));
        CHECK(known.size() <= 2);
    });
}

TEST_CASE("no rows stand behind a figure of answers") {
    on_each([](Attack& attack) {
        for (const auto* unit : {"Borgerservice", "Telefoner", "Breve"}) {
            const auto path = "/units/" + attack.id_of(unit) + "/indicators/1/rows?period=2025-10";
            CHECK(attack.get(path).status == 403);
            CHECK(attack.get("/units/" + attack.id_of(unit) + "/indicators/1").body.find("/rows") ==
                  std::string::npos);
        }
    });
}

} // namespace
} // namespace maerkbar::cases
