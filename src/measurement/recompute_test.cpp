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
    R"({"name":"Svar","source":"contacts","measure":{"kind":"count"},"date_basis":"answered_day"})",
    R"({"name":"Står","source":"contacts","measure":{"kind":"sum","column":"waited"},"state":true})"};
constexpr IndicatorId of_states{4};

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

// One tenant with four indicators over the shared facts and tree.
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
        for (std::int64_t id = 1; id <= 4; ++id)
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

    // What the indicator of states shows for one unit.
    std::map<Period, Cell> states(UnitId unit, PeriodKind kind, View view) {
        return expect(database_.read([&](storage::Connection& connection) -> Result<std::map<Period, Cell>> {
            for (const auto& indicator : TRY(indicators(connection, actor_.tenant)))
                if (indicator.id == of_states)
                    return read_cells(connection, *tree_, {actor_.tenant, of_states, indicator.cells_edition},
                                      question(indicator, unit, kind, view));
            return std::map<Period, Cell>();
        }));
    }

    [[nodiscard]] TenantId tenant() const { return actor_.tenant; }
    [[nodiscard]] const storage::Actor& actor() const { return actor_; }

  private:
    [[nodiscard]] CellQuestion question(const Indicator& indicator, UnitId unit, PeriodKind kind,
                                        View view) const {
        return {unit,
                kind,
                start - 40,
                start + days + 80,
                view,
                start + days,
                stock_of(indicator.definition, source_.schema())};
    }

    Result<void> add_lines(storage::Connection& connection, const Indicator& indicator, UnitId unit,
                           std::vector<std::string>& lines) {
        const CellSet set{actor_.tenant, indicator.id, indicator.cells_edition};
        for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter})
            for (const auto view : {View::as_then, View::as_now}) {
                for (const auto& [period, cell] :
                     TRY(read_cells(connection, *tree_, set, question(indicator, unit, kind, view))))
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

// The state of one unit and those beneath it, counted fact by fact.
class CountedStates {
  public:
    CountedStates(const FakeSource& source, const UnitTree& tree, storage::Connection& connection)
        : lasting_(source.schema().lasts_until.has_value()), tree_(tree) {
        for (std::int64_t unit = 1; unit <= 6; ++unit)
            (void)source.facts(connection, {}, {UnitId{unit}, start, start + days}, [&](const Fact& fact) {
                if (fact.values[1] != missing)
                    facts_.push_back({fact.unit, fact.day, fact.values[1], fact.values[2]});
            });
    }

    // No value where there is no state; on which day units count is `as_of`.
    [[nodiscard]] std::optional<std::int64_t> at_end(UnitId top, Period period, Date as_of) const {
        std::optional<std::int64_t> sum;
        for (const auto& fact : facts_)
            if (beneath(fact.unit, top, as_of) && counts(fact, period)) sum = sum.value_or(0) + fact.waited;
        return sum;
    }

  private:
    struct Row {
        UnitId unit;
        Date day;
        std::int64_t waited;
        std::int64_t answered;
    };

    [[nodiscard]] bool beneath(UnitId unit, UnitId top, Date day) const {
        for (auto at = std::optional(unit); at; at = tree_.parent(*at, day))
            if (*at == top) return true;
        return false;
    }

    [[nodiscard]] bool counts(const Row& row, Period period) const {
        if (row.day > period.last()) return false;
        if (lasting_) return row.answered == missing || row.answered > period.last().days;
        if (row.day < period.first) return false;
        return std::ranges::none_of(facts_, [&](const Row& other) { // the last day of the unit with a state
            return other.unit == row.unit && other.day > row.day && other.day <= period.last();
        });
    }

    bool lasting_;
    const UnitTree& tree_;
    std::vector<Row> facts_;
};

// Random imports, undos and moves.
class Story {
  public:
    Story(storage::Database& database, unsigned seed)
        : database_(database),
          random_(seed),
          source_(seed % 2 == 0),
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
        check_states();
    }

    void check_states() {
        const auto counted = database_.read([&](storage::Connection& connection) -> Result<CountedStates> {
            return CountedStates(source_, *tree_, connection);
        });
        for (const auto& unit : tree_->units())
            for (const auto kind :
                 {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter})
                for (const auto view : {View::as_then, View::as_now})
                    check_states(*counted, unit.id, kind, view);
    }

    void check_states(const CountedStates& counted, UnitId unit, PeriodKind kind, View view) {
        const auto states = town_.states(unit, kind, view);
        for (auto period = Period::containing(kind, start - 40); period.first <= start + days + 50;
             period = period.next()) {
            const auto as_of = view == View::as_now ? start + days : period.last();
            const auto found = states.find(period);
            const auto shown = found == states.end() ? Int128{0} : found->second.sum;
            const auto expected = counted.at_end(unit, period, as_of);
            if (shown != expected.value_or(0)) FAIL_CHECK(period.code(), " of unit ", unit.value);
            // A reported state that is not there is not shown, not even as 0.
            if (!source_.schema().lasts_until && (found != states.end()) != expected.has_value())
                FAIL_CHECK(period.code(), " of unit ", unit.value, ": a state without a fact");
        }
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
