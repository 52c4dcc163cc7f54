// Building pages, looking up texts, writing numbers, finding routes. Budget: a page of 24 KB in about 36 µs
// (docs/develop/performance.md).

#include <benchmark/benchmark.h>

#include "web/compress.hpp"
#include "web/language.hpp"
#include "web/testing.hpp"

namespace {

using namespace maerkbar;
using namespace maerkbar::web;

const Languages& languages() {
    static const Languages all;
    return all;
}

// A table of 100 rows and 6 columns, about 24 KB, of texts known before.
Html table_page(const std::vector<std::string>& cells) {
    Html page;
    page.reserve(32 * 1024);
    page
        << "<!doctype html><html lang=\"da\"><title>Fjordby</title><main><table class=\"table table-wide\">"_html;
    for (int row = 0; row < 100; ++row) {
        page << "<tr id=\"row-"_html << row << "\">"_html;
        for (const auto& cell : cells)
            page << "<td class=\"cell\">"_html << cell << "</td>"_html;
        page << "</tr>"_html;
    }
    page << "</table></main></html>"_html;
    return page;
}

const std::vector<std::string> cells = {"Borgerservice <Fjordby>", "1.204", "87 %", "oktober 2026", "nået",
                                        "Æblerød & grøn"};

void page(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto _ : state) {
        const auto built = table_page(cells);
        bytes = built.str().size();
        benchmark::DoNotOptimize(built.str().data());
    }
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(page);

// The same with every number and date written by the language: what a page of a municipality costs.
void page_with_numbers(benchmark::State& state) {
    const auto& language = languages().get("da");
    for (auto _ : state) {
        Html html;
        html.reserve(32 * 1024);
        for (int row = 0; row < 100; ++row)
            html << "<tr><td>"_html << language.integer(1204 + row) << "</td><td>"_html
                 << language.percent(0.8734, 1) << "</td><td>"_html << language.date(Date{20000 + row})
                 << "</td><td>"_html << language("There is no such page.") << "</td></tr>"_html;
        benchmark::DoNotOptimize(html.str().data());
    }
}
BENCHMARK(page_with_numbers);

void text_found(benchmark::State& state) {
    const auto& language = languages().get("da");
    for (auto _ : state)
        benchmark::DoNotOptimize(language("There is no such page."));
}
BENCHMARK(text_found);

void text_not_found(benchmark::State& state) {
    const auto& language = languages().get("da");
    for (auto _ : state)
        benchmark::DoNotOptimize(language("There is no such text."));
}
BENCHMARK(text_not_found);

void plural_sentence(benchmark::State& state) {
    const auto& language = languages().get("da");
    for (auto _ : state)
        benchmark::DoNotOptimize(language.plural("{count} day", "{count} days", 1204));
}
BENCHMARK(plural_sentence);

void number(benchmark::State& state) {
    const auto& language = languages().get("nb");
    for (auto _ : state)
        benchmark::DoNotOptimize(language.number(1234567.891, 2));
}
BENCHMARK(number);

void period(benchmark::State& state) {
    const auto& language = languages().get("da");
    const auto week = Period::containing(PeriodKind::week, Date{20000});
    for (auto _ : state)
        benchmark::DoNotOptimize(language.period(week));
}
BENCHMARK(period);

void compare(benchmark::State& state) {
    const auto& language = languages().get("da");
    for (auto _ : state)
        benchmark::DoNotOptimize(language.compare("Borgerservice Ærø", "Borgerservice Ås"));
}
BENCHMARK(compare);

void make_languages(benchmark::State& state) {
    for (auto _ : state) {
        const Languages all;
        benchmark::DoNotOptimize(all.get("da").code());
    }
}
BENCHMARK(make_languages)->Unit(benchmark::kMillisecond);

// From request to finished answer among 400 routes, sign-in and permission asked.
void route(benchmark::State& state) {
    testing::FakeAuthenticator authenticator;
    authenticator.sign_in();
    authenticator.permissions = {"units.read"};
    testing::PlainErrorPage error_page;
    std::vector<std::string> patterns;
    for (int i = 0; i < 400; ++i)
        patterns.push_back("/area" + std::to_string(i) + "/{unit}/indicators/{indicator}");
    std::vector<Route> routes;
    for (const auto& pattern : patterns)
        routes.push_back({Method::get, pattern, Access::permission, "units.read", Csrf::none,
                          [](Context&) -> Result<Response> { return Response::text("x"); }});
    Router router(std::move(routes), authenticator, languages(), error_page);
    auto request = testing::get("/area17/12/indicators/7?period=2026-10");
    for (auto _ : state)
        benchmark::DoNotOptimize(router.handle(request).status);
}
BENCHMARK(route);

void gzip_page(benchmark::State& state) {
    auto request = testing::get("/");
    request.headers.set("Accept-Encoding", "gzip");
    const auto html = table_page(cells);
    for (auto _ : state) {
        auto response = Response::html(html);
        compress(response, request);
        benchmark::DoNotOptimize(response.body.size());
    }
}
BENCHMARK(gzip_page);

} // namespace

BENCHMARK_MAIN();
