#include "web/assets.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/embedded.hpp"
#include "web/asset.hpp"
#include "web/day_colours.hpp"
#include "web/make_route.hpp"

extern "C" const maerkbar::embedded::Entry maerkbar_embedded_assets[];

namespace maerkbar::web {
namespace {

constexpr std::array sheets = {"layers", "reset", "tokens", "base",  "shell",
                               "parts",  "forms", "chart",  "pages", "print"};

// Not part of main.css: themes of others, and pages for respondents.
constexpr std::array<std::string_view, 4> lone_sheets = {"designsystemet.css", "survey.css", "kiosk.css",
                                                         "paper.css"};

Asset make_asset(std::string_view name, std::string_view content) {
    Asset made{std::string(name), digest_of(content), std::string(content), {}};
    made.url = "/assets/" + made.name + "?v=" + made.digest;
    return made;
}

std::vector<Asset> load() {
    std::string main_sheet;
    for (const char* sheet : sheets)
        main_sheet += embedded::find(maerkbar_embedded_assets, std::string("assets/css/") + sheet + ".css");
    main_sheet += "@layer tokens {\n" + day_colours(main_sheet) + "}\n";
    std::vector<Asset> all = {make_asset("main.css", main_sheet)};
    for (const auto* entry = maerkbar_embedded_assets; entry->name != nullptr; ++entry) {
        const std::string_view path = entry->name;
        const std::string_view name = path.substr(path.rfind('/') + 1);
        const bool alone = std::ranges::find(lone_sheets, name) != lone_sheets.end();
        const bool part_of_main = path.ends_with(".css") && !alone;
        if (!part_of_main) all.push_back(make_asset(name, {entry->data, entry->size}));
    }
    return all;
}

const Asset* find_asset(std::string_view name) {
    const auto found =
        std::find_if(assets().begin(), assets().end(), [&](const Asset& a) { return a.name == name; });
    return found == assets().end() ? nullptr : &*found;
}

Result<Response> answer(Context& context) {
    const Asset* const found = find_asset(context.request.parameters.text("name"));
    if (found == nullptr) return Error{ErrorKind::not_found, "asset_unknown", "There is no such file."};
    return asset(context.request, found->content, content_type_of(found->name), found->digest);
}

} // namespace

const std::vector<Asset>& assets() {
    static const std::vector<Asset> all = load();
    return all;
}

std::string_view asset_url(std::string_view name) {
    const Asset* const asset = find_asset(name);
    return asset == nullptr ? std::string_view("/assets/missing") : std::string_view(asset->url);
}

Route asset_route() {
    return anonymous_route(Method::get, "/assets/{name}", answer);
}

} // namespace maerkbar::web
