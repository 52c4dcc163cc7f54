// Answers to a survey as the server takes them: routed, parsed, checked and durable before the receipt, by
// one and by 32 clients. SQLite, and PostgreSQL where MAERKBAR_TEST_POSTGRESQL names a server. Budget: at
// least 3,000 a second at 32 clients, p99 at most 50 ms (docs/develop/performance.md).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "organisation/testing.hpp"
#include "sources/surveys/api.hpp"
#include "sources/surveys/library.hpp"

namespace {

using namespace maerkbar;

template <typename T>
T expect(Result<T> result) {
    if (!result.ok()) std::abort();
    return std::move(result).value();
}

storage::Settings durable() {
    auto settings = storage::testing::TestDatabase::fast_settings();
    settings.durable = true;
    return settings;
}

// A municipality that asks one ready survey, with its router.
struct Town {
    storage::testing::TestDatabase database;
    organisation::testing::PlainFrame frame;
    web::Languages languages;
    web::testing::PlainErrorPage error_page;
    organisation::SignIn sign_in{*database, organisation::PasswordCost::least()};
    organisation::UnitTreeCache trees{*database};
    organisation::Services organisation{*database, sign_in, trees, frame};
    surveys::Services services{organisation, languages};
    web::Router router{surveys::api_routes(services), sign_in, languages, error_page};

    explicit Town(storage::Dialect dialect) : database(dialect, durable()) {
        const storage::Actor founder{TenantId{1}, {}, "cli"};
        const auto made = expect(database->write(founder, [](storage::Transaction& t) {
            return organisation::create_tenant(t, {"Fjordby Kommune", organisation::Country::denmark});
        }));
        expect(database->write(storage::Actor{made.tenant.id, {}, "cli"},
                               [&](storage::Transaction& t) -> Result<surveys::LinkId> {
                                   surveys::SurveyLink link;
                                   link.survey = TRY(surveys::add_survey(
                                       t, TRY(surveys::ready_survey("service_phone")).definition));
                                   TRY(surveys::publish_draft(t, link.survey));
                                   link.unit = made.root;
                                   link.code = "telefon";
                                   return surveys::add_link(t, link);
                               }));
    }

    // One answer of eight questions; whether it was stored.
    bool answer(std::int64_t number) {
        auto request = web::testing::request(web::Method::post, "/api/v1/survey-links/telefon/answers");
        request.headers.set("Content-Type", "application/json");
        request.body = R"({"id":"respondent-)" + std::to_string(1000000000 + number) +
                       R"(","language":"da","answers":{"satisfied":4,"solved":"yes","waiting.expectation":3,)"
                       R"("waiting.experience":4,"friendly":5,"clear":4,"knew":{"missing":"dont_know"},)"
                       R"("better":"Kortere ventetid om mandagen"}})";
        return router.handle(std::move(request)).status == 201;
    }
};

void submissions(benchmark::State& state, storage::Dialect dialect) {
    constexpr std::int64_t total = 20000;
    Town town(dialect);
    std::atomic<std::int64_t> next = 0;
    std::mutex mutex;
    std::vector<double> taken;
    for (auto _ : state) {
        std::vector<std::thread> clients;
        const auto last = next.load() + total;
        for (std::int64_t client = 0; client < state.range(0); ++client)
            clients.emplace_back([&] {
                std::vector<double> mine;
                for (auto number = next.fetch_add(1); number < last; number = next.fetch_add(1)) {
                    const auto start = std::chrono::steady_clock::now();
                    if (!town.answer(number)) std::abort();
                    mine.push_back(
                        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                            .count());
                }
                const std::lock_guard lock(mutex);
                taken.insert(taken.end(), mine.begin(), mine.end());
            });
        for (auto& client : clients)
            client.join();
        next = last;
    }
    std::sort(taken.begin(), taken.end());
    state.SetItemsProcessed(static_cast<std::int64_t>(taken.size()));
    state.counters["p50_ms"] = taken[taken.size() / 2];
    state.counters["p99_ms"] = taken[taken.size() * 99 / 100];
    state.counters["most_ms"] = taken.back();
}

} // namespace

int main(int argc, char** argv) {
    for (const auto dialect : storage::testing::dialects())
        for (const int clients : {1, 4, 32})
            benchmark::RegisterBenchmark(
                dialect == storage::Dialect::sqlite ? "submissions/sqlite" : "submissions/postgresql",
                [dialect](benchmark::State& state) { submissions(state, dialect); })
                ->Arg(clients)
                ->Iterations(1)
                ->UseRealTime()
                ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
