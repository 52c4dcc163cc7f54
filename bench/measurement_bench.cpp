// Cells and verdicts. Budgets: 1 M rows × 20 indicators counted well under 2 s of the 10 s an import has; the
// Overview of a unit (40 indicators, 500 units, 36 months behind it) within 20 ms, drawing included.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include "measurement/compute_cells.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/verdicts.hpp"
#include "measurement/version_store.hpp"
#include "organisation/store_units.hpp"
#include "organisation/tenants.hpp"
#include "storage/testing.hpp"

namespace {

using namespace maerkbar;
using namespace maerkbar::measurement;

const Date start = *Date::from(2025, 1, 1);

template <typename T>
T expect(Result<T> result) {
    if (!result.ok()) {
        std::fprintf(stderr, "%s\n", result.error().english().c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

// Contacts of a year in memory: `rows` in ten units, a week's pattern repeated.
class Contacts : public FactSource {
  public:
    explicit Contacts(int rows) : rows_(rows) {
        std::minstd_rand random(20261122);
        for (auto& row : pattern_)
            row = {static_cast<std::int64_t>(random() % 5 + 1), static_cast<std::int64_t>(random() % 900),
                   static_cast<std::int64_t>(random() % 10 != 0)};
    }
    [[nodiscard]] const SourceSchema& schema() const override { return schema_; }
    Result<void> facts(storage::Connection&, const FactView&, UnitDays days,
                       const std::function<void(const Fact&)>& sink) const override {
        const int a_day = rows_ / 10 / 365;
        std::size_t next = 0;
        for (auto day = days.first; day <= days.last; day = day + 1)
            for (int row = 0; row < a_day; ++row)
                sink({days.unit, day, pattern_[next++ % pattern_.size()]});
        return {};
    }
    Result<std::vector<UnitDays>> extent(storage::Connection&, const FactView&) const override {
        std::vector<UnitDays> spans;
        for (std::int64_t unit = 2; unit < 12; ++unit)
            spans.push_back({UnitId{unit}, start, start + 364});
        return spans;
    }
    Result<std::vector<std::pair<std::int64_t, std::string>>> categories(storage::Connection&, TenantId,
                                                                         std::string_view) const override {
        return std::vector<std::pair<std::int64_t, std::string>>{{1, "Telefon"}, {2, "Brev"}, {3, "E-mail"}};
    }

  private:
    int rows_;
    std::vector<std::vector<std::int64_t>> pattern_ = std::vector<std::vector<std::int64_t>>(9973);
    SourceSchema schema_{"contacts",
                         "Contacts",
                         {{"channel", "Channel", ColumnType::category},
                          {"waited", "Waited", ColumnType::seconds},
                          {"answered", "Answered", ColumnType::yes_no}}};
};

Definition definition(int number) {
    const std::string phone = R"("filter":{"column":"channel","op":"is","value":"Telefon"},)";
    const std::string measures[] = {
        R"({"kind":"share","condition":{"all":[{"column":"answered","op":"is","value":true},{"column":"waited","op":"at_most","value":)" +
            std::to_string(60 + number) + "}]}}",
        R"({"kind":"share","condition":{"column":"answered","op":"is","value":false}})",
        R"({"kind":"mean","column":"waited"})", R"({"kind":"quantile","column":"waited","quantile":0.9})",
        R"({"kind":"count"})"};
    return expect(read_definition(R"({"name":"Indikator","source":"contacts",)" +
                                  (number % 2 == 0 ? phone : "") + R"("direction":"higher","measure":)" +
                                  measures[number % 5] + "}"));
}

storage::Settings settings() {
    auto made = storage::testing::TestDatabase::fast_settings();
    made.durable = true;
    return made;
}

// A municipality with units in levels of ten.
class Town {
  public:
    template <typename Work>
    auto write(Work work) {
        return expect(
            database->write(actor, [&](storage::Transaction& transaction) { return work(transaction); }));
    }

    Town(int indicators, int units, int rows) : contacts(rows) {
        write([](auto& transaction) { return organisation::create_tenant(transaction, {"Fjordby"}); });
        for (int i = 0; i < units - 1; ++i)
            write([&](auto& transaction) {
                organisation::NewUnit unit;
                unit.level = organisation::LevelId{4};
                unit.name = "Enhed " + std::to_string(i);
                unit.parent = UnitId{i / 10 + 1};
                return organisation::add_unit(transaction, actor.tenant, unit);
            });
        for (int i = 0; i < indicators; ++i)
            write([&](auto& transaction) { return create_indicator(transaction, definition(i)); });
        write([](auto& transaction) -> Result<VersionId> {
            transaction.without_audit("benchmark");
            TRY(transaction.connection().execute("update indicator set edition = 1"));
            return VersionId{};
        });
    }

    template <typename Work>
    void in_version(Work work) {
        const auto version =
            write([&](auto& transaction) { return open_version(transaction, actor.tenant, "benchmark"); });
        const auto around = expect(database->read(
            [&](storage::Connection& connection) { return read_surroundings(connection, actor.tenant); }));
        const FactView view{actor.tenant};
        work(RecountContext{*database, actor, version, contacts, view, around});
        expect(database->write(actor, [&](storage::Transaction& transaction) {
            return publish(transaction, actor.tenant, version);
        }));
    }

    storage::Actor actor = storage::testing::some_actor();
    storage::testing::TestDatabase database{storage::Dialect::sqlite, settings()};
    Contacts contacts;
};

void count_a_million_rows(benchmark::State& state) {
    Contacts contacts(1'000'000);
    std::vector<CompiledDefinition> compiled;
    for (int i = 0; i < 20; ++i)
        compiled.push_back(expect(compile(definition(i), contacts.schema(), [](auto, auto) { return 1; })));
    storage::testing::TestDatabase database(storage::Dialect::sqlite);
    for (auto _ : state) {
        Evaluator evaluator;
        std::size_t cells = 0;
        BlockBuilder builder(3, [&](FactBlock& block) {
            for (const auto& definition : compiled)
                cells += evaluator.cells(definition, block).size();
        });
        expect(database->read([&](storage::Connection& connection) -> Result<void> {
            for (std::int64_t unit = 2; unit < 12; ++unit)
                TRY(contacts.facts(connection, {}, {UnitId{unit}, start, start + 364},
                                   [&](const Fact& fact) { builder.add(fact); }));
            return {};
        }));
        builder.finish();
        benchmark::DoNotOptimize(cells);
    }
}
BENCHMARK(count_a_million_rows)->Unit(benchmark::kMillisecond);

void recompute_a_million_rows(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        auto town = std::make_unique<Town>(20, 12, 1'000'000);
        state.ResumeTiming();
        town->in_version([&](const RecountContext& context) {
            const auto plan = expect(town->database->read([&](storage::Connection& connection) {
                return plan_source(connection, town->contacts, town->actor.tenant);
            }));
            std::vector<UnitDays> days;
            for (std::int64_t unit = 2; unit < 12; ++unit)
                days.push_back({UnitId{unit}, start, start + 364});
            expect(compute_cells(context, plan, days, {}));
        });
        state.PauseTiming();
        town.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(recompute_a_million_rows)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

// 500 units with 36 months of cells for 40 indicators each.
Town& large_town() {
    static Town town(40, 500, 1'000);
    static const bool filled = [] {
        town.in_version([](const RecountContext& context) {
            CellWriter writer(context.database, context.actor, context.version);
            std::minstd_rand random(7);
            for (std::int64_t indicator = 1; indicator <= 40; ++indicator)
                for (std::int64_t unit = 1; unit <= 500; ++unit) {
                    auto period = Period::containing(PeriodKind::month, *Date::from(2023, 1, 1));
                    for (int month = 0; month < 36; ++month, period = period.next()) {
                        Cell cell;
                        cell.rows = cell.count = 500 + static_cast<std::int64_t>(random() % 50);
                        cell.weight = cell.count;
                        cell.sum = cell.count * 8 / 10 + static_cast<std::int64_t>(random() % 30);
                        for (int bucket = 60; bucket < 120; ++bucket)
                            if (indicator % 5 == 4) cell.histogram.append({bucket, 9});
                        expect(writer.period({context.actor.tenant, IndicatorId{indicator}, 1}, Scope::own,
                                             UnitId{unit}, period, cell));
                    }
                }
            expect(writer.finish());
            expect(compute_tree(context, Date{0}, {}));
        });
        return true;
    }();
    (void)filled;
    return town;
}

// The verdicts of one page: a unit's 40 indicators.
void read_overview(Town& town, Verdicts& verdicts, UnitId unit) {
    expect(town.database->read([&](storage::Connection& connection) -> Result<void> {
        const auto snapshot = TRY(verdicts.now(connection, town.actor.tenant, *Date::from(2026, 1, 8)));
        for (std::int64_t indicator = 1; indicator <= 40; ++indicator)
            benchmark::DoNotOptimize(TRY(snapshot->verdict(connection, {IndicatorId{indicator}, unit})));
        return {};
    }));
}

void overview_from_memory(benchmark::State& state) {
    auto& town = large_town();
    const SourceList sources({&town.contacts});
    organisation::UnitTreeCache trees(*town.database);
    Verdicts verdicts(*town.database, trees, sources);
    for (auto _ : state)
        read_overview(town, verdicts, UnitId{1});
}
BENCHMARK(overview_from_memory)->Unit(benchmark::kMillisecond);

void overview_after_a_change(benchmark::State& state) {
    auto& town = large_town();
    const SourceList sources({&town.contacts});
    organisation::UnitTreeCache trees(*town.database);
    Verdicts verdicts(*town.database, trees, sources);
    read_overview(town, verdicts, UnitId{1});
    for (auto _ : state) {
        state.PauseTiming();
        town.write([&](auto& transaction) -> Result<VersionId> {
            transaction.without_audit("benchmark");
            TRY(raise_data_version(transaction, town.actor.tenant));
            return VersionId{};
        });
        state.ResumeTiming();
        read_overview(town, verdicts, UnitId{1});
    }
}
BENCHMARK(overview_after_a_change)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
