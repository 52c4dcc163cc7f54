#pragma once

#include "organisation/page_support.hpp"
#include "sources/surveys/open_text/comment_store.hpp"

// What the handlers of this folder share.
namespace maerkbar::surveys::open_text::pages {

[[nodiscard]] std::string reason_words(Reason reason, const web::Language& language);
[[nodiscard]] std::string path_of(const Comment& comment);
// The survey it was written to, and the question, in the reader's language.
struct Asked {
    std::string survey;
    std::string question;
};
[[nodiscard]] Result<Asked> asked(organisation::Visit& visit, const Comment& comment);
// The one of the path. Error: comment.unknown, also where the person may not read it.
[[nodiscard]] Result<Comment> comment_in_path(organisation::Visit& visit);
// What the person wrote, as they parted it.
[[nodiscard]] web::Html quoted(const Comment& comment, const web::Language& language);

Result<web::Response> show_queue(organisation::Visit& visit);
Result<web::Response> queue_json(organisation::Visit& visit);
Result<organisation::FormView> decide_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_decision(organisation::Visit& visit, web::Form& form);

Result<web::Response> show_topics(organisation::Visit& visit);
Result<web::Response> topics_json(organisation::Visit& visit);
Result<organisation::FormView> new_topic_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_new_topic(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> topic_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_topic(organisation::Visit& visit, web::Form& form);
Result<organisation::FormView> delete_topic_form(organisation::Visit& visit,
                                                 const organisation::Filled& filled);
Result<organisation::Done> send_delete(organisation::Visit& visit, web::Form& form);

} // namespace maerkbar::surveys::open_text::pages
