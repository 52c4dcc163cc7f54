#include "web/parts/page.hpp"

#include <array>

#include "web/assets.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::web::parts {
namespace {

Html document_head(const PageInfo& info) {
    Html html =
        R"(<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>)"_html;
    html << info.title << " – "_html << (info.organisation.empty() ? "Mærkbar" : info.organisation)
         << "</title>"_html;
    html << R"(<link rel="stylesheet")"_html << Attribute{"href", asset_url("main.css")} << ">"_html;
    if (!info.theme_hash.empty())
        html << R"(<link id="theme" rel="stylesheet")"_html
             << Attribute{"href", "/theme.css?v=" + info.theme_hash} << ">"_html;
    html << R"(<link rel="icon" type="image/svg+xml")"_html << Attribute{"href", asset_url("icon.svg")}
         << ">"_html;
    return html << "<script defer"_html << Attribute{"src", asset_url("maerkbar.js")} << "></script>"_html;
}

Html search_form(const PageInfo& info) {
    const std::string label = info.language("Search everything");
    Html html =
        R"(<form class="site-search" action="/search" role="search"><input class="control" type="search" name="q")"_html;
    html << Attribute{"aria-label", label} << Attribute{"placeholder", label}
         << Attribute{"value", info.search};
    return html << R"(><button class="button">)"_html << info.language("Search") << "</button></form>"_html;
}

Html account_links(const PageInfo& info) {
    Html html = R"(<div class="site-account">)"_html;
    if (info.person.empty())
        return html << R"(<a href="/sign-in">)"_html << info.language("Sign in") << "</a></div>"_html;
    html << R"(<a href="/account">)"_html << info.person << "</a>"_html;
    html << R"(<form action="/sign-out" method="post">)"_html << info.csrf;
    html << R"(<button class="button-plain">)"_html << info.language("Sign out") << "</button></form>"_html;
    return html << "</div>"_html;
}

Html site_head(const PageInfo& info) {
    Html html =
        R"(<header class="site-head"><div class="site-head-row"><a class="site-name" href="/">Mærkbar</a>)"_html;
    if (!info.organisation.empty())
        html << R"(<span class="site-owner">)"_html << info.organisation << "</span>"_html;
    if (!info.navigation.empty()) html << search_form(info);
    return html << account_links(info) << "</div></header>"_html;
}

Html item_list(const std::vector<NavigationItem>& items) {
    Html html = "<ul>"_html;
    for (const NavigationItem& item : items) {
        html << "<li><a"_html << Attribute{"href", item.href};
        if (item.current) html << R"( aria-current="page")"_html;
        html << ">"_html << item.label << "</a>"_html;
        if (!item.below.empty()) html << item_list(item.below);
        html << "</li>"_html;
    }
    return html << "</ul>"_html;
}

// Twice: beside the page where it is wide, and folded above it on a phone. The style sheet shows one of them.
Html navigation(const PageInfo& info) {
    if (info.navigation.empty()) return {};
    const Html items = item_list(info.navigation);
    const std::string name = info.language("Menu");
    Html html = R"(<nav class="side side-wide")"_html;
    html << Attribute{"aria-label", name} << ">"_html << items << "</nav>"_html;
    html << R"(<details class="side side-menu"><summary>)"_html << name << "</summary><nav"_html
         << Attribute{"aria-label", name} << ">"_html << items << "</nav></details>"_html;
    return html;
}

Html page_head(const PageInfo& info) {
    Html html = R"(<div class="page-head"><div><h1>)"_html;
    html << info.title << "</h1>"_html;
    if (!info.lead.empty()) html << R"(<p class="page-lead">)"_html << info.lead << "</p>"_html;
    html << "</div>"_html;
    if (!info.actions.empty()) html << R"(<div class="button-row">)"_html << info.actions << "</div>"_html;
    return html << "</div>"_html;
}

Html setting(std::string_view name, std::string_view value, std::string_view words, bool chosen) {
    Html html = R"(<button class="button-plain")"_html;
    html << Attribute{"name", name} << Attribute{"value", value}
         << Attribute{"aria-pressed", chosen ? "true" : "false"};
    if (name == "language") html << Attribute{"lang", value};
    return html << ">"_html << words << "</button>"_html;
}

// Language and colours of the pages; answered by preferences_route().
Html preferences(const PageInfo& info) {
    static constexpr std::array languages = {std::pair("da", "Dansk"), std::pair("nb", "Norsk bokmål"),
                                             std::pair("en", "English")};
    Html html = R"(<form class="preferences" action="/preferences" method="post">)"_html;
    html << info.csrf << hidden_field("back", info.path);
    for (const auto& [code, name] : languages)
        html << setting("language", code, name, info.language.code() == code);
    html << setting("theme", "light", info.language("Light"), info.theme == Theme::light);
    html << setting("theme", "dark", info.language("Dark"), info.theme == Theme::dark);
    html << setting("theme", "automatic", info.language("As the device"), info.theme == Theme::automatic);
    return html << "</form>"_html;
}

Html site_foot(const PageInfo& info) {
    Html html = R"(<footer class="site-foot"><div class="site-foot-row"><span>Mærkbar )"_html;
    html << MAERKBAR_VERSION << R"(</span><a href="/was">)"_html << info.language("Accessibility statement")
         << "</a>"_html;
    return html << preferences(info) << "</div></footer>"_html;
}

// The one dialog of the page, in which the script asks before a form with data-confirm is sent.
Html confirm_dialog(const PageInfo& info) {
    Html html =
        R"(<dialog class="dialog confirm" aria-labelledby="confirm-words"><form method="dialog">)"_html;
    html
        << R"(<p id="confirm-words"></p><div class="button-row"><button class="button button-primary" value="yes">)"_html;
    html << info.language("Yes, go on") << R"(</button><button class="button" value="no">)"_html;
    return html << info.language("Cancel") << "</button></div></form></dialog>"_html;
}

Html document_start(const PageInfo& info) {
    Html html = "<!DOCTYPE html><html"_html;
    html << Attribute{"lang", info.language.code()};
    if (info.theme != Theme::automatic)
        html << Attribute{"data-theme", info.theme == Theme::dark ? "dark" : "light"};
    return html << "><head>"_html << document_head(info) << "</head>"_html;
}

} // namespace

Html page(const PageInfo& info, const Html& body) {
    Html html;
    html.reserve(12000 + body.str().size());
    html << document_start(info);
    html << (info.navigation.empty() ? R"(<body class="alone">)"_html : R"(<body class="with-side">)"_html);
    html << R"(<a class="skip" href="#main">)"_html << info.language("Go to the content") << "</a>"_html;
    html << site_head(info) << R"(<div class="site-body">)"_html << navigation(info);
    html << R"(<main id="main" tabindex="-1">)"_html;
    html << breadcrumbs(info.crumbs, info.title, info.language) << info.notice << page_head(info);
    if (!info.help.empty()) html << help_panel(info.help, info.language);
    html << body << "</main></div>"_html << site_foot(info);
    return html << confirm_dialog(info) << "</body></html>"_html;
}

} // namespace maerkbar::web::parts
