#pragma once

#include "sources/surveys/editor/visit.hpp"

// What the pages of this folder share.
namespace maerkbar::surveys::asking {

// One request about one link, by somebody who may ask surveys at its unit.
struct Visit {
    editor::Visit& base;
    Survey survey;
    SurveyLink link;
    Definition definition; // of the latest version
    const web::Language& language;

    [[nodiscard]] Services& services() const { return base.services; }
    [[nodiscard]] TenantId tenant() const { return base.viewer.tenant(); }
    // /surveys/3/links/7 and `tail`.
    [[nodiscard]] std::string path(std::string_view tail = {}) const;
    // https://host/s/CODE, as people reach it; `before` is "/s/" or "/k/".
    [[nodiscard]] std::string address(std::string_view before = "/s/") const;
    [[nodiscard]] std::string unit_name() const;
    // Empty where there is none.
    [[nodiscard]] Result<std::string> contact_point_name() const;
    // The language that the request asks for among the survey's, else its main one.
    [[nodiscard]] std::string survey_language() const;
};

// Errors: forbidden, not_found.
[[nodiscard]] Result<Visit> visit(editor::Visit& base);
// A page below the link's own.
[[nodiscard]] web::parts::PageInfo info_below(const Visit& visit, std::string title, std::string lead = {});

// Pages and what they send.
Result<web::Response> link_page(Visit& visit);
Result<web::Response> poster(Visit& visit);
Result<web::Response> paper_form(Visit& visit);
Result<web::Response> entry_page(Visit& visit);
Result<web::Response> enter(Visit& visit);
Result<web::Response> count_visitors(Visit& visit);

} // namespace maerkbar::surveys::asking
