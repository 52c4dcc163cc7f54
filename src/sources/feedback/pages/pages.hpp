#pragma once

#include "organisation/page_support.hpp"
#include "sources/feedback/dialogue.hpp"
#include "sources/feedback/pages/routes.hpp"
#include "sources/feedback/store.hpp"

// What the handlers for staff share; not for other modules.
namespace maerkbar::feedback {

[[nodiscard]] std::string path_of(EntryId entry, std::string_view tail = {});
[[nodiscard]] std::string kind_text(Kind kind, const web::Language& language);
[[nodiscard]] std::string outcome_text(Kind kind, Outcome outcome, const web::Language& language);
[[nodiscard]] std::string status_text(const Entry& entry, const web::Language& language);
// “Complaint 17”.
[[nodiscard]] std::string title_of(const Entry& entry, const web::Language& language);
// Status, and beside it that the deadline has passed or that the citizen waits.
[[nodiscard]] web::Html state_tags(const Entry& entry, Date today, const web::Language& language);

// The one of the path, where the viewer may read it. Error: feedback.unknown (not_found).
[[nodiscard]] Result<Entry> entry_in_path(organisation::Visit& visit);
// The responsible person and those with feedback.handle.
[[nodiscard]] bool may_answer(const organisation::Visit& visit, const Entry& entry);
[[nodiscard]] Result<void> require_answering(const organisation::Visit& visit, const Entry& entry);

// What the address asks for: show=open, overdue, mine, ended or all; kind=…; within the viewer's units.
[[nodiscard]] EntryQuery query_of(const organisation::Visit& visit, std::string_view permission);
[[nodiscard]] Result<std::vector<Entry>> entries_of(organisation::Visit& visit, const EntryQuery& query);

// Everything but the texts, as members of an object that is open.
void write_members(JsonWriter& json, const Entry& entry, Date today);

Result<web::Response> show_list(organisation::Visit& visit);
Result<web::Response> show_entry(organisation::Visit& visit);
Result<web::Response> take_out(organisation::Visit& visit);
Result<web::Response> list_json(organisation::Visit& visit);
Result<web::Response> entry_json(organisation::Visit& visit);

Result<organisation::FormView> new_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_new(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> edit_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_edit(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> answer_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_answer(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> action_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_action(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> rules_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_rules(organisation::Visit& visit, web::Form& form);
Result<organisation::Done> send_looked_after(organisation::Visit& visit, web::Form& form);

// One's own wish to hear by mail that something new has come.
Result<web::Response> show_mail(FeedbackServices& services, web::Context& context);
Result<web::Response> send_mail(FeedbackServices& services, web::Context& context);

// How to reach a citizen who asked for it; noted in the audit trail.
Result<web::Response> show_contact(FeedbackServices& services, web::Context& context);

} // namespace maerkbar::feedback
