#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "measurement/cell_reader.hpp"
#include "measurement/compute_cells.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/fake_source.hpp"
#include "measurement/version_store.hpp"
#include "organisation/unit_changes.hpp"
#include "storage/testing.hpp"

// Any order of imports, corrections, undos, moves and changed definitions gives the same cells as counting
// the facts that are left from scratch.

using namespace maerkbar;
using namespace maerkbar::measurement;
using namespace maerkbar::measurement::testing;
using organisation::Unit;
using organisation::UnitTree;

namespace {

Definition definition(std::string_view json) {
    auto read = read_definition(json);
    REQUIRE_MESSAGE(read.ok(), read.error().english());
    return *read;
}

const std::string_view definitions[] = {
    R"({"name":"Andel","source":"contacts","filter":{"column":"channel","op":"is","value":"telefon"},)"
    R"("measure":{"kind":"share","condition":{"column":"waited","op":"at_most","value":120}}})",
    R"({"name":"Median","source":"contacts","measure":{"kind":"quantile","column":"waited"}})",
    R"({"name":"Svar","source":"contacts","measure":{"kind":"count"},"date_basis":"answered_day"})"};

// Municipality 1 with sectors 2 and 3 and teams 4, 5 and 6.
UnitTree first_tree() {
    std::vector<Unit> units;
    const auto add = [&](std::int64_t id, std::int64_t parent) {
        Unit unit;
        unit.id = UnitId{id};
        unit.names = {{{}, "Enhed " + std::to_string(id)}};
        if (parent > 0) unit.parents = {{{}, UnitId{parent}}};
        units.push_back(unit);
    };
    add(1, 0);
    add(2, 1);
    add(3, 1);
    add(4, 2);
    add(5, 2);
    add(6, 3);
    return UnitTree(units);
}

// One tenant with three indicators over the shared facts and tree.
class Town {
  public:
    Town(storage::Database& database, FakeSource& source, std::shared_ptr<const UnitTree> tree,
         std::int64_t tenant)
        : database_(database), source_(source), tree_(std::move(tree)), actor_{TenantId{tenant}, {}, "test"} {
        for (const auto json : definitions)
            write([&](storage::Transaction& transaction) -> Result<void> {
                TRY(create_indicator(transaction, definition(json)));
                return {};
            });
        for (std::int64_t id = 1; id <= 3; ++id)
            recompute_definition(IndicatorId{id});
    }

    void run(const FactView& view, std::span<const UnitDays> spans, bool keep = true) {
        with_version(
            [&](const RecountContext& context) {
                const auto plan = expect(database_.read(
                    [&](auto& connection) { return plan_source(connection, source_, actor_.tenant); }));
                expect(compute_cells(context, plan, spans, {}));
            },
            view, keep);
    }

    void recompute_definition(IndicatorId indicator) {
        with_version(
            [&](const RecountContext& context) { expect(compute_definition(context, indicator, {})); },
            {actor_.tenant});
    }

    void redefine(IndicatorId indicator, std::string_view json) {
        bool needed = false;
        write([&](storage::Transaction& transaction) -> Result<void> {
            needed = TRY(change_indicator(transaction, indicator, definition(json))).needs_cells;
            return {};
        });
        if (needed) recompute_definition(indicator);
    }

    void reorganise(std::shared_ptr<const UnitTree> tree, Date from) {
        tree_ = std::move(tree);
        with_version([&](const RecountContext& context) { expect(compute_tree(context, from, {})); },
                     {actor_.tenant});
    }

    void clean() { expect(remove_superseded(database_, actor_)); }

    // Everything there is to see, as text: every unit, kind of period and view.
    std::vector<std::string> picture() {
        std::vector<std::string> lines;
        expect(database_.read([&](storage::Connection& connection) -> Result<void> {
            for (const auto& indicator : TRY(indicators(connection, actor_.tenant)))
                for (const auto& unit : tree_->units())
                    TRY(add_lines(connection, indicator, unit.id, lines));
            return {};
        }));
        return lines;
    }

    [[nodiscard]] TenantId tenant() const { return actor_.tenant; }
    [[nodiscard]] const storage::Actor& actor() const { return actor_; }

  private:
    Result<void> add_lines(storage::Connection& connection, const Indicator& indicator, UnitId unit,
                           std::vector<std::string>& lines) {
        const CellSet set{actor_.tenant, indicator.id, indicator.cells_edition};
        for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter})
            for (const auto view : {View::as_then, View::as_now}) {
                const CellQuestion question{unit, kind, start - 40, start + days + 80, view, start + days};
                for (const auto& [period, cell] : TRY(read_cells(connection, *tree_, set, question)))
                    lines.push_back(std::to_string(indicator.id.value) + ' ' + std::to_string(unit.value) +
                                    ' ' + period.code() + (view == View::as_now ? " now " : " then ") +
                                    encode(cell));
            }
        return {};
    }

    template <typename T>
    static T expect(Result<T> result) {
        if (!result.ok()) FAIL(result.error().code << ": " << result.error().english());
        if constexpr (!std::is_void_v<T>) return std::move(result).value();
    }

    template <typename Work>
    void write(Work work) {
        expect(database_.write(actor_, work));
    }

    template <typename Work>
    void with_version(Work work, const FactView& view, bool keep = true) {
        const auto version = expect(database_.write(actor_, [&](storage::Transaction& transaction) {
            return open_version(transaction, actor_.tenant, "test");
        }));
        const Surroundings around{tree_, [](UnitId, Date from, Date to) { return std::int64_t{to - from}; }};
        const auto before = picture();
        work(RecountContext{database_, actor_, version, source_, view, around});
        CHECK(picture() == before); // nothing is seen of a pending version
        if (!keep) return expect(discard(database_, actor_, version));
        write(
            [&](storage::Transaction& transaction) { return publish(transaction, actor_.tenant, version); });
    }

    storage::Database& database_;
    FakeSource& source_;
    std::shared_ptr<const UnitTree> tree_;
    storage::Actor actor_;
};

// Random imports, undos and moves.
class Story {
  public:
    Story(storage::Database& database, unsigned seed)
        : database_(database),
          random_(seed),
          tree_(std::make_shared<const UnitTree>(first_tree())),
          scratches_(seed * 100),
          town_(database, source_, tree_, scratches_) {}

    void step() {
        switch (number(0, 9)) {
            case 0:
                return move();
            case 1:
                return redefine();
            case 2:
                return town_.clean();
            case 3:
            case 4:
                return undo();
            default:
                return import();
        }
    }

    void check() {
        Town scratch(database_, source_, tree_, ++scratches_);
        for (std::int64_t id = 1; id <= 3; ++id)
            if (current_[id - 1] != definitions[id - 1]) scratch.redefine(IndicatorId{id}, current_[id - 1]);
        CHECK(town_.picture() == scratch.picture());
    }

  private:
    int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    UnitId any_unit() { return UnitId{number(2, 6)}; }

    UnitDays any_days() {
        const int first = number(0, days - 1);
        return {any_unit(), start + first, start + number(first, std::min(days - 1, first + 20))};
    }

    void import() {
        Import import{static_cast<std::int64_t>(source_.imports.size()) + 1, false, {}, {}};
        const auto span = any_days();
        if (number(0, 1) == 1) import.replaces = span;
        for (int row = number(0, 30); row > 0; --row) {
            const auto day = start + number(span.first - start, span.last - start);
            const std::int64_t waited = number(0, 5) == 0 ? missing : number(0, 400);
            const std::int64_t answered = number(0, 4) == 0 ? missing : day.days + number(0, 40);
            import.facts.push_back({span.unit, { day, { number(1, 2), waited, answered } }});
        }
        source_.imports.push_back(import);
        const bool keep = number(0, 5) != 0;
        town_.run({town_.tenant(), import.id, 0}, std::vector{span}, keep);
        source_.imports.back().published = keep;
    }

    void undo() {
        if (source_.imports.empty()) return;
        auto& import =
            source_
                .imports[static_cast<std::size_t>(number(0, static_cast<int>(source_.imports.size()) - 1))];
        if (!import.published) return;
        std::vector<UnitDays> spans;
        if (import.replaces) spans.push_back(*import.replaces);
        for (const auto& [unit, fact] : import.facts)
            spans.push_back({unit, fact.first, fact.first});
        town_.run({town_.tenant(), 0, import.id}, spans);
        import.published = false;
    }

    void move() {
        const auto day = start + number(-10, days + 10);
        const auto changes = organisation::move_unit(*tree_, UnitId{number(4, 6)}, UnitId{number(2, 3)}, day);
        if (!changes) return;
        tree_ = std::make_shared<const UnitTree>(tree_->with(*changes));
        town_.reorganise(tree_, day);
    }

    void redefine() {
        const auto id = static_cast<std::size_t>(number(0, 2));
        const std::string to = std::to_string(number(1, 300));
        current_[id] =
            std::string(R"({"name":"Ny","source":"contacts","measure":{"kind":"share","condition":)"
                        R"({"column":"waited","op":"at_most","value":)") +
            to + "}}}";
        town_.redefine(IndicatorId{static_cast<std::int64_t>(id) + 1}, current_[id]);
    }

    storage::Database& database_;
    std::mt19937 random_;
    FakeSource source_;
    std::shared_ptr<const UnitTree> tree_;
    std::int64_t scratches_; // tenants of this story so far
    Town town_;
    std::string current_[3] = {std::string(definitions[0]), std::string(definitions[1]),
                               std::string(definitions[2])};
};

} // namespace

TEST_CASE(
    "any order of imports, corrections, undos, moves and new definitions gives the cells of a count from "
    "scratch") {
    maerkbar::storage::testing::for_each_database([](storage::Database& database) {
        const unsigned stories = database.dialect() == storage::Dialect::sqlite ? 6 : 1;
        for (unsigned seed = 1; seed <= stories; ++seed) {
            CAPTURE(seed);
            Story story(database, seed);
            for (int step = 0; step < 24; ++step) {
                story.step();
                if (step % 8 == 7) story.check();
            }
        }
    });
}
