#pragma once

#include "actions/routes.hpp"
#include "actions/store.hpp"
#include "organisation/page_support.hpp"

// What the handlers of this module share; not for other modules.
namespace maerkbar::actions {

struct ActionVisit {
    ActionServices& services;
    organisation::Visit& page;

    [[nodiscard]] const organisation::Viewer& viewer() const { return page.viewer; }
    [[nodiscard]] const web::Language& language() const { return page.language; }
    [[nodiscard]] web::Context& context() const { return page.context; }
    template <typename F>
    auto read(F&& work) {
        return services.organisation.database.read(std::forward<F>(work));
    }
    // Whether the person may change this action: its owner, or somebody who writes actions there.
    [[nodiscard]] bool may_change(const Action& action) const;
    // The action of the path. Errors: not_found, also where the person may not see it.
    [[nodiscard]] Result<Action> action_in_path();
};

// Reads title, detail, unit, owner, due, status, outcome and indicator; mistakes go to the form. What is not
// sent stays as in `before`.
[[nodiscard]] ActionFields read_fields(web::Form& form, const ActionFields& before, bool partly);

[[nodiscard]] std::string status_text(Status status, const web::Language& language);

Result<web::Response> show_actions(ActionVisit& visit);
Result<web::Response> show_new(ActionVisit& visit);
Result<web::Response> send_new(ActionVisit& visit);
Result<web::Response> show_action(ActionVisit& visit);
Result<web::Response> send_action(ActionVisit& visit);

Result<web::Response> actions_json(ActionVisit& visit);
Result<web::Response> action_json(ActionVisit& visit);
Result<web::Response> post_json(ActionVisit& visit);
Result<web::Response> patch_json(ActionVisit& visit);

} // namespace maerkbar::actions
