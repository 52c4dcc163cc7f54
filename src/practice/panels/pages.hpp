#pragma once

#include "organisation/page_support.hpp"
#include "practice/panels/store.hpp"

// What the handlers of this module share; not for other modules.
namespace maerkbar::panels {

[[nodiscard]] std::string path_of(PanelId panel, std::string_view tail = {});
[[nodiscard]] std::string kind_text(Kind kind, const web::Language& language);
// The one of the path, where the viewer may see it. Error: panels.unknown (not_found).
[[nodiscard]] Result<Panel> panel_in_path(organisation::Visit& visit);

Result<web::Response> show_list(organisation::Visit& visit);
Result<web::Response> show_panel(organisation::Visit& visit);
Result<web::Response> list_json(organisation::Visit& visit);
Result<web::Response> panel_json(organisation::Visit& visit);

Result<organisation::FormView> new_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_new(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> edit_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_edit(organisation::Visit& visit, web::Form& form);
Result<organisation::Done> send_publish(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> action_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_action(organisation::Visit& visit, web::Form& form);

// Everybody may see these: what the municipality has published, and what one unit and those beneath it have.
Result<web::Response> public_page(organisation::Services& services, web::Context& context);
// A unit that has published nothing has no such page. Error: panels.nothing_public (not_found).
Result<web::Response> public_unit_page(organisation::Services& services, web::Context& context);
// By the unit's number, so that renaming it breaks no poster; the municipality's own is the page of all.
[[nodiscard]] std::string public_address(const organisation::UnitTree& tree, UnitId unit);

} // namespace maerkbar::panels
