#pragma once

#include <string>

#include "sources/surveys/progress.hpp"
#include "sources/surveys/services.hpp"
#include "sources/surveys/submission.hpp"
#include "web/parts/form.hpp"
#include "web/response.hpp"

// What the pages of this folder share.
namespace maerkbar::surveys::answering {

// One request of one respondent.
struct Visit {
    Services& services;
    web::Context& context;
    OpenLink link;                      // with the version that this respondent began with
    std::string language;               // of the survey, as chosen or as the browser asks for
    const web::Language& page_language; // of everything that is not the survey's own
    std::string id = {};                // of the submission; empty before the start
    Progress progress = {};             // empty before the first answer

    [[nodiscard]] const Definition& survey() const { return *link.definition; }
    [[nodiscard]] const Answers& answers() const { return progress.answers; }
    // A text of the survey with earlier answers in it.
    [[nodiscard]] std::string say(const Texts& texts) const;
    // The lang of a part in words of the program, where the survey's language is another one; nothing
    // otherwise.
    [[nodiscard]] web::Html lang_of_words() const;
    // /s/CODE, then /ID, then `tail`, with the language.
    [[nodiscard]] std::string path(std::string_view tail = {}) const;
    [[nodiscard]] std::string start_path() const; // the first page, before an id is given
    [[nodiscard]] std::string path_to(const Question& question) const { return path("/q/" + question.name); }
};

// The visit that the path names; `id` and what was answered so far where the path has one. Errors:
// link.unknown, link.closed (also for an id that is none).
[[nodiscard]] Result<Visit> visit(Services& services, web::Context& context);

// The page after one of the steps before the first question: who answers, what pairs the answer, the
// question.
enum class Step { start, who, pair };
[[nodiscard]] std::string path_after(const Visit& visit, Step step);
// Stores what has been answered so far.
Result<void> store_progress(const Visit& visit);

// Sends what has been answered; the page that follows.
[[nodiscard]] Result<web::Response> send_answers(Visit& visit);

// Pages and what they send.
Result<web::Response> code_form(Services& services, web::Context& context);
Result<web::Response> read_code_form(Services& services, web::Context& context);
Result<web::Response> start_page(Services& services, web::Context& context);
Result<web::Response> start(Services& services, web::Context& context);
Result<web::Response> who_page(Services& services, web::Context& context);
Result<web::Response> answer_who(Services& services, web::Context& context);
Result<web::Response> view_page(Services& services, web::Context& context);
Result<web::Response> answer_view(Services& services, web::Context& context);
Result<web::Response> pair_page(Services& services, web::Context& context);
Result<web::Response> answer_pair(Services& services, web::Context& context);
Result<web::Response> go_on(Services& services, web::Context& context);
Result<web::Response> question_page(Services& services, web::Context& context);
Result<web::Response> answer_question(Services& services, web::Context& context);
Result<web::Response> send_page(Services& services, web::Context& context);
Result<web::Response> send(Services& services, web::Context& context);
Result<web::Response> save_page(Services& services, web::Context& context);
Result<web::Response> save(Services& services, web::Context& context);
Result<web::Response> receipt_page(Services& services, web::Context& context);

} // namespace maerkbar::surveys::answering
