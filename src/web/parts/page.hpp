#pragma once

#include <string>
#include <vector>

#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::web::parts {

// One line of the side navigation; items below show only while their parent is open.
struct NavigationItem {
    std::string label;
    std::string href;
    bool current = false; // the page itself, or the section it lies in
    std::vector<NavigationItem> below = {};
};

struct Crumb {
    std::string label;
    std::string href;
};

// What the person chose; automatic follows the device.
enum class Theme { automatic, light, dark };

// Everything around the body of a page.
struct PageInfo {
    const Language& language;
    std::string title;             // the <h1>, and the first half of <title>
    std::string organisation = {}; // "Fjordby Kommune"
    std::string person = {};       // who is signed in; empty shows "Sign in"
    std::string path = "/";        // this page with its query: where changing language returns to
    std::vector<NavigationItem> navigation = {}; // empty: a page without side navigation (sign-in, survey)
    std::vector<Crumb> crumbs = {};              // from the top, without the page itself
    std::string lead = {}; // one line under the heading: period, number of indicators, data date
    Html actions = {};     // buttons beside the heading
    Html notice = {};      // parts::notice(…) above the heading: what just happened
    Html help = {};        // body of the help panel; empty shows none
    Html csrf = {};        // Context::csrf_field(), for the forms of the shell
    Theme theme = Theme::automatic;
    std::string theme_hash = {}; // of the tenant's /theme.css; empty uses the built-in colours
    std::string search = {};     // the words searched for, on the search page
};

// The whole document. `body` is the content of <main> below the heading.
[[nodiscard]] Html page(const PageInfo& info, const Html& body);

} // namespace maerkbar::web::parts
