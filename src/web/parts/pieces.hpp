#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/html.hpp"
#include "web/language.hpp"
#include "web/parts/page.hpp"

// The small parts of pages. Texts are in the reader's language already; fixed words come from `language`.
namespace maerkbar::web::parts {

enum class NoticeKind { success, information, warning, error };
// A banner in the flow of the page that screen readers announce; there are no pop-up messages.
[[nodiscard]] Html notice(NoticeKind kind, std::string_view text, const Html& more = {});

// A heading with what belongs to it. Level 2 or 3.
[[nodiscard]] Html section(std::string_view heading, const Html& content, int level = 2);

[[nodiscard]] Html breadcrumbs(const std::vector<Crumb>& crumbs, std::string_view current,
                               const Language& language);

// Views of one thing, each at its own address.
struct Tab {
    std::string text;
    std::string href;
    bool current = false;
};
[[nodiscard]] Html tabs(std::string_view name, const std::vector<Tab>& tabs);

// Steps of a longer task (import): those before `current` (from 0) are done.
[[nodiscard]] Html step_indicator(const std::vector<std::string>& steps, std::size_t current,
                                  const Language& language);

// Nothing here yet: what it will show and how to begin.
[[nodiscard]] Html empty_state(std::string_view title, std::string_view text, const Html& action = {});

// Opens in place, without script.
[[nodiscard]] Html disclosure(std::string_view summary, const Html& content, bool open = false);

// "Help for this page" that opens in place.
[[nodiscard]] Html help_panel(const Html& content, const Language& language);

// Page `current` (from 1) of `pages`; `href` is the address with {page} where the number goes. Nothing for
// one page.
struct PageLinks {
    std::size_t current = 1;
    std::size_t pages = 1;
    std::string href; // "/units?page={page}"
};
[[nodiscard]] Html pagination(const PageLinks& links, const Language& language);

// A bar with its words, for work that runs in the background. `done` from 0 to 1.
[[nodiscard]] Html progress(std::string_view label, double done, const Language& language);

// A link to one place after another, separated by middle dots: "CSV · XLSX · SVG".
[[nodiscard]] Html link_line(const std::vector<Crumb>& links);

} // namespace maerkbar::web::parts
