#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/viewer.hpp"
#include "web/form.hpp"
#include "web/parts/form.hpp"
#include "web/route.hpp"

// One change that people make by a form and integrations by JSON: the same code reads and checks both.
namespace maerkbar::organisation {

// A handler's view of one request.
struct Visit {
    Services& services;
    web::Context& context;
    const Viewer& viewer;
    const web::Language& language = context.language;
};

// What is shown in the fields: what was typed when the form comes back with errors, otherwise what is stored.
// When somebody else changed the record in between, it remembers which fields differ from what is stored now.
class Filled {
  public:
    Filled() = default;
    Filled(const web::Form& sent, const web::Language& language);

    [[nodiscard]] std::string value(std::string_view name, std::string_view stored = {}) const;
    [[nodiscard]] bool checked(std::string_view name, bool stored) const {
        return sent_ != nullptr ? sent_->checked(name) : stored;
    }
    [[nodiscard]] const web::parts::FormErrors& errors() const { return errors_; }
    // Label of a field with its error.
    [[nodiscard]] web::parts::Label label(std::string name, std::string text, std::string hint = {}) const;
    [[nodiscard]] web::parts::Label optional(std::string name, std::string text, std::string hint = {}) const;
    // Label and stored value of each text field that differs; empty unless there was a change in between.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> changed_meanwhile() const;

  private:
    const web::Form* sent_ = nullptr;
    bool meanwhile_ = false;
    mutable web::parts::FormErrors errors_; // learn what their fields are called
    mutable std::vector<std::pair<std::string, std::string>> stored_ = {};
};

// Refuses a form made from another version of the record than `present` (its hidden field "version", see
// FormView); integrations may leave it out. Error: organisation.changed_meanwhile (conflict). Ask within the
// transaction that writes.
[[nodiscard]] Result<void> expect_version(const web::Form& form, std::int64_t present);

// How the page around the fields looks.
struct FormView {
    std::string title;
    std::string help; // one sentence
    std::string button;
    web::Html fields;
    std::vector<web::parts::Crumb> crumbs = {};
    web::parts::ButtonKind kind = web::parts::ButtonKind::primary;
    std::string cancel = {};  // where to go without changing anything
    std::string confirm = {}; // asked before sending
    std::int64_t version = 0; // of the record the fields show; 0: it has none
};

// What came of it.
struct Done {
    std::string go_to;   // the page to show next
    std::int64_t id = 0; // of what was made or changed
    // A secret shown once, as its name and text: {"code", "ABCD-…"}; the page shows it instead of going on.
    std::string secret_name = {};
    std::string secret = {};
};

// The page with the form and its errors.
[[nodiscard]] web::Response form_response(Services& services, web::Context& context, const FormView& view,
                                          const Filled& filled, int status);

// One row of a module's table of changes.
struct Change {
    std::string_view page; // pattern of the page; empty: no page, only JSON
    std::string_view api;  // pattern below /api/v1; empty: only the page
    std::string_view permission;
    Result<FormView> (*view)(Visit&, const Filled&); // null: a button somewhere else sends it
    Result<Done> (*send)(Visit&, web::Form&);
    std::string_view summary = {}; // for OpenAPI
    std::string_view schema = R"({"type":"object"})";
    web::Method method = web::Method::post; // of the API route
    web::BodyLimit limit = web::BodyLimit::form;
};

// GET and POST of the page and the API route of each change.
void add_routes(std::vector<web::Route>& routes, Services& services, const std::vector<Change>& changes);

// A page or an answer in JSON that only reads.
struct Reading {
    std::string_view pattern;
    std::string_view permission; // empty: anybody signed in
    Result<web::Response> (*show)(Visit&);
    web::ApiDoc doc = {};
};
void add_routes(std::vector<web::Route>& routes, Services& services, const std::vector<Reading>& readings);

} // namespace maerkbar::organisation
