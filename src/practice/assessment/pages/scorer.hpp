#pragma once

#include "practice/assessment/pages/visit.hpp"
#include "practice/assessment/rounds/answer_store.hpp"

// Somebody who scores, signed in or by a code.
namespace maerkbar::assessment {

struct ScorerVisit {
    AssessmentServices& services;
    web::Context& context;
    TenantId tenant;
    Participant participant;
    storage::Actor actor;
    const web::Language& language = context.language;

    template <typename F>
    auto read(F&& work) {
        return services.organisation.database.read(std::forward<F>(work));
    }
    template <typename F>
    auto write(F&& work) {
        return services.organisation.database.write(actor, std::forward<F>(work));
    }
    [[nodiscard]] std::string address(std::string_view rest = {}) const;
};

// The cookie that holds a code after it was typed; it lasts until the browser closes.
inline constexpr std::string_view code_cookie = "assessment";

// Who scores in the round of the path: the person signed in where they take part, else whoever's code this
// browser holds. Error: not_found with what to do.
[[nodiscard]] Result<ScorerVisit> scorer_of(AssessmentServices& services, web::Context& context);

Result<web::Response> show_join(AssessmentServices& services, web::Context& context);
Result<web::Response> send_join(AssessmentServices& services, web::Context& context);
Result<web::Response> show_scoring(ScorerVisit& visit);
Result<web::Response> show_item(ScorerVisit& visit);
Result<web::Response> send_item(ScorerVisit& visit);
Result<web::Response> show_files(ScorerVisit& visit);
Result<web::Response> send_file(ScorerVisit& visit);
Result<web::Response> send_remove_file(ScorerVisit& visit);
Result<web::Response> own_file(ScorerVisit& visit);
Result<web::Response> send_done(ScorerVisit& visit);
Result<web::Response> show_votes(ScorerVisit& visit);
Result<web::Response> send_votes(ScorerVisit& visit);

} // namespace maerkbar::assessment
