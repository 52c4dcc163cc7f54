#include "app/page_help.hpp"

#include "actions/page_help.hpp"
#include "base/translatable.hpp"
#include "measurement/editor/page_help.hpp"
#include "measurement/pages/page_help.hpp"
#include "organisation/page_help.hpp"
#include "practice/assessment/editor/page_help.hpp"
#include "practice/assessment/pages/page_help.hpp"
#include "practice/panels/routes.hpp"
#include "sources/feedback/pages/routes.hpp"
#include "sources/figures/page_help.hpp"
#include "sources/import/page_help.hpp"
#include "sources/surveys/asking/page_help.hpp"
#include "sources/surveys/editor/page_help.hpp"
#include "sources/surveys/follow_ups/pages/routes.hpp"
#include "sources/surveys/keeping/routes.hpp"
#include "sources/surveys/open_text/pages/routes.hpp"
#include "sources/surveys/results/pages/page_help.hpp"
#include "sources/surveys/taking_out/routes.hpp"

namespace maerkbar::app {
namespace {

// Pattern, what the page is for, what its words mean, what to do next.
constexpr web::parts::PageHelp pages[] = {
    {"/search",
     translatable(
         "Search finds units, indicators and people by a part of their name, among what you may see.")},
    {"/was", translatable("What can be expected of Mærkbar by those who use it with the keyboard, a screen "
                          "reader or large text.")},
};

} // namespace

std::span<const web::parts::PageHelp> site_help() {
    return pages;
}

std::vector<web::parts::PageHelp> all_page_help() {
    std::vector<web::parts::PageHelp> all;
    for (const auto pages :
         {site_help(), organisation::page_help(), actions::page_help(), measurement::page_help(),
          measurement::editor_help(), sources::import_help(), sources::figures_help(), surveys::editor_help(),
          surveys::asking_help(), surveys::taking_out_help(), surveys::keeping_help(), panels::page_help(),
          surveys::results::page_help(), surveys::open_text::page_help(), surveys::follow_ups::page_help(),
          assessment::page_help(), feedback::page_help(), assessment::editor_help()})
        all.insert(all.end(), pages.begin(), pages.end());
    return all;
}

} // namespace maerkbar::app
