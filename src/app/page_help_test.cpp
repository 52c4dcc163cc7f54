#include "app/page_help.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/application.hpp"
#include "storage/testing.hpp"

namespace maerkbar::app {
namespace {

// What a GET route answers with when it is no page: files, data for programs.
bool is_no_page(std::string_view pattern) {
    constexpr std::string_view others[] = {"/assets/{name}",  "/theme.css", "/healthz",
                                           "/readyz",         "/metrics",   "/assessments/models/{model}",
                                           "/feedback/export"};
    // Citizens get no help beside their one question or form, nor does its preview or what is printed for
    // them.
    if (pattern == "/s" || pattern.starts_with("/s/") || pattern.starts_with("/k/") ||
        pattern == "/my-answers" || pattern.starts_with("/tell-us") || pattern.starts_with("/contact/"))
        return true;
    if (pattern.ends_with("/preview") || pattern.ends_with("/paper") || pattern.ends_with("/poster"))
        return true;
    return pattern.starts_with("/api/") || pattern.ends_with("/export/{format}") ||
           pattern.ends_with("/files/{file}") || pattern.ends_with(".csv") || pattern.ends_with(".xlsx") ||
           pattern.ends_with(".json") || pattern.ends_with(".svg") || pattern.ends_with(".odt") ||
           std::ranges::find(others, pattern) != std::end(others);
}

TEST_CASE("every page has a help, and every help a page") {
    storage::testing::TestDatabase database(storage::Dialect::sqlite);
    Settings settings;
    settings.data = database.folder();
    settings.cheap_passwords = true;
    const auto application = Application::create(settings, database.settings()).value();
    std::set<std::string_view> pages;
    for (const auto& route : application->router().routes())
        if (route.method == web::Method::get && !is_no_page(route.pattern)) pages.insert(route.pattern);
    std::set<std::string_view> helped;
    for (const auto& help : all_page_help()) {
        CHECK_MESSAGE(helped.insert(help.pattern).second, "two helps for ", help.pattern);
        CHECK_MESSAGE(pages.contains(help.pattern), "no page at ", help.pattern);
        CHECK(help.purpose != nullptr);
    }
    for (const auto page : pages)
        CHECK_MESSAGE(helped.contains(page), "no help for ", page);
}

} // namespace
} // namespace maerkbar::app
