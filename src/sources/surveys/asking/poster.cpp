#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "sources/surveys/asking/qr_code.hpp"
#include "sources/surveys/asking/visit.hpp"
#include "web/assets.hpp"

// The poster: a sheet to print, with words of one's own, a QR code and the address to type.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Attribute;
using web::Html;

namespace {

Html where(const Visit& visit, const std::string& contact_point) {
    Html html = R"(<p class="place">)"_html;
    html << visit.unit_name();
    if (!contact_point.empty()) html << " · "_html << contact_point;
    return html << "</p>"_html;
}

// Without https:// in front: shorter to type, and browsers find it.
std::string to_type(const std::string& address) {
    return address.substr(address.find("//") + 2);
}

} // namespace

Result<web::Response> poster(Visit& visit) {
    const auto survey_language = visit.survey_language();
    const auto& page_language = answering::words_for(visit.services(), survey_language);
    const auto& query = visit.base.context.request.query;
    const auto say = [&](const Texts& texts) { return visit.definition.say(texts, survey_language); };
    const auto own = [&](std::string_view name, const std::string& otherwise) {
        const auto typed = query.text(name);
        return typed.empty() ? otherwise : typed;
    };
    const auto address = visit.address();
    answering::SmallPage page{std::string(base_language(survey_language)), say(visit.definition.title),
                              page_language("Go to the content")};
    page.head << R"(<link rel="stylesheet")"_html << Attribute{"href", web::asset_url("paper.css")}
              << ">"_html;
    page.top << R"(<nav class="aside"><p><a)"_html << Attribute{"href", visit.path()} << ">"_html
             << visit.language("Back") << "</a> "_html
             << visit.language("Print this page: it fills one sheet of A4.") << "</p></nav>"_html;
    page.body << R"(<div class="poster"><h1>)"_html << own("heading", say(visit.definition.title))
              << R"(</h1><p class="words">)"_html << own("words", say(visit.definition.intro)) << "</p>"_html
              << qr_code(address, page_language("QR code that leads to {address}", {{"address", address}}))
              << "<p>"_html << page_language("Point the camera of your phone at the code, or go to")
              << R"(<br><strong class="address">)"_html << to_type(address) << "</strong></p><p>"_html
              << answering::mode_sentence(visit.link.mode, page_language) << "</p>"_html
              << where(visit, TRY(visit.contact_point_name())) << "</div>"_html;
    page.body_class = "paper";
    page.theme = theme_of(visit.services(), visit.base.context.request);
    return answering::small_page(page);
}

} // namespace maerkbar::surveys::asking
