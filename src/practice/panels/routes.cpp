#include "practice/panels/routes.hpp"

#include "base/translatable.hpp"
#include "practice/panels/pages.hpp"

namespace maerkbar::panels {

namespace {

namespace may = organisation::permission;

constexpr std::string_view schema =
    R"({"type":"object","required":["unit","kind","held_on","said"],"properties":{"unit":{"type":"integer"},"kind":{"enum":["panel","meeting","survey","feedback"]},"held_on":{"type":"string","format":"date"},"took_part":{"type":"string"},"people":{"type":"integer"},"said":{"type":"string"},"done":{"type":"string"}}})";

constexpr const char* about =
    translatable("Who took part is said in roles and numbers. A text with a personal number is refused.");

constexpr web::parts::PageHelp help[] = {
    {"/panels",
     translatable("What users said at panels and dialogue meetings, in surveys and letters, and what "
                  "was done about it. What is public stands on a page of its own for everybody.")},
    {"/panels/new", translatable("Here it is written down what users said."), about},
    {"/panels/{panel}",
     translatable(
         "One meeting: what was said, what was done, and the actions that came out of it. Put it on the "
         "public page when something was done.")},
    {"/panels/{panel}/edit", translatable("Here it is changed. What is public changes at once."), about},
    {"/panels/{panel}/actions",
     translatable("An action is one thing with one owner and one date; it leads back to this meeting.")},
    {"/you-said", translatable("What units have published: what users said, and what was done about it.")},
    {"/you-said/{unit}",
     translatable(
         "What this unit and those beneath it have published. The address stays the same when the unit "
         "gets another name, so it can stand on a poster.")},
};

} // namespace

std::vector<web::Route> routes(organisation::Services& services) {
    std::vector<web::Route> all;
    organisation::add_routes(
        all, services,
        std::vector<organisation::Change>{
            {"/panels/new", "/api/v1/panels", may::actions_write, new_form, send_new,
             "Write down what users said", schema},
            {"/panels/{panel}/edit", "/api/v1/panels/{panel}", may::actions_write, edit_form, send_edit,
             "Change it as a whole", schema, web::Method::put},
            {"/panels/{panel}/publish", "/api/v1/panels/{panel}/publish", may::targets_set, nullptr,
             send_publish, "Put it on the public page (public: true), or take it off",
             R"({"type":"object","properties":{"public":{"type":"boolean"}}})"},
            {"/panels/{panel}/actions", "", may::actions_write, action_form, send_action},
        });
    organisation::add_routes(
        all, services,
        std::vector<organisation::Reading>{
            {"/panels", may::measurement_read, show_list},
            {"/panels/{panel}", may::measurement_read, show_panel},
            {"/api/v1/panels",
             may::measurement_read,
             list_json,
             {.summary = "What users said, the newest first"}},
            {"/api/v1/panels/{panel}", may::measurement_read, panel_json, {.summary = "One of them"}},
        });
    for (const auto& [pattern, page] :
         {std::pair{"/you-said", &public_page}, std::pair{"/you-said/{unit}", &public_unit_page}}) {
        web::Route open;
        open.pattern = pattern;
        open.access = web::Access::open;
        open.csrf = web::Csrf::none;
        open.handler = [&services, page = page](web::Context& context) { return page(services, context); };
        all.push_back(std::move(open));
    }
    return all;
}

std::span<const web::parts::PageHelp> page_help() {
    return help;
}

} // namespace maerkbar::panels
