#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/pair_codes.hpp"
#include "sources/surveys/pair_values.hpp"
#include "web/assets.hpp"

// What pairs this answer with an earlier or later one of the same person: a code they were given, or one they
// make up from things they remember. Both may be passed over.
namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;
using web::Response;

namespace {

std::array<std::string, own_code_elements> element_texts(const web::Language& page_language) {
    return {page_language("First letter of your mother's first name"),
            page_language("The day of the month you were born (1 to 31)"),
            page_language("First letter of the place where you were born"),
            page_language("How many older siblings you have (0, 1, 2 …)"),
            page_language("Last letter of your surname at birth"),
            page_language("First letter of your first school's name")};
}

Html own_code_fields(const Visit& visit) {
    const auto key = pairing_key(visit.link.tenant, visit.link.link.survey);
    const auto texts = element_texts(visit.page_language);
    Html html = R"(<div id="own-code")"_html;
    html << Attribute{"data-key", key} << ">"_html;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto name = "e" + std::to_string(i);
        html << R"(<p><label class="written")"_html << Attribute{"for", "field-" + name} << ">"_html
             << texts[i]
             << R"(</label><input class="field short" type="text" maxlength="3" autocomplete="off")"_html
             << Attribute{"id", "field-" + name} << Attribute{"name", name} << "></p>"_html;
    }
    return html << R"(</div><script type="module")"_html << Attribute{"src", web::asset_url("own-code.js")}
                << "></script>"_html;
}

Html token_field(const Visit& visit, const web::parts::FormErrors& errors) {
    Html html = R"(<label class="written" for="field-code">)"_html;
    html
        << visit.page_language("The code from your letter")
        << R"(</label><input class="field code" type="text" id="field-code" name="code" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false")"_html
        << Attribute{"value", visit.context.request.form.text("code")} << ">"_html;
    if (!errors.of("code").empty()) html << R"(<p class="mistake">)"_html << errors.of("code") << "</p>"_html;
    return html;
}

Response show(const Visit& visit, const web::parts::FormErrors& errors) {
    const bool own = visit.link.link.pairing == Pairing::own_code;
    const auto title = visit.page_language("So that two answers of yours can be compared");
    Html body = mistakes(errors, visit.page_language);
    body << "<h1>"_html << title << "</h1><p>"_html
         << (own ? visit.page_language(
                       "We ask the same later on. These signs become a code that tells nobody "
                       "who you are. You may leave any of them empty.")
                 : visit.page_language("We ask the same later on. The code tells only that both answers come "
                                       "from the same person. You may leave it empty."))
         << R"(</p><form method="post")"_html << Attribute{"action", visit.path("/pair")} << ">"_html
         << (own ? own_code_fields(visit) : token_field(visit, errors))
         << R"(<div class="buttons"><button class="go">)"_html << visit.page_language("Next")
         << "</button></div></form>"_html;
    return respondent_page(visit, {title, std::move(body), true, errors.empty() ? 200 : 422});
}

bool is_first_hash(std::string_view text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Hashed in the browser (h0 …) where script ran, otherwise here, on arrival.
std::string own_pair(const Visit& visit) {
    const auto key = pairing_key(visit.link.tenant, visit.link.link.survey);
    const auto& form = visit.context.request.form;
    OwnElements typed;
    for (std::size_t i = 0; i < typed.size(); ++i)
        typed[i] = form.text("e" + std::to_string(i));
    auto hashes = own_hashes(key, typed);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        if (const auto made = form.text("h" + std::to_string(i)); is_first_hash(made)) hashes[i] = made;
    return pair_of_hashes(visit.services.pairing_secret, key, hashes);
}

// Error: those of read_code() for a slip of the pen, code.unknown for a code that was never given out.
Result<std::string> token_pair(const Visit& visit) {
    const auto typed = visit.context.request.form.text("code");
    if (typed.empty()) return std::string();
    const auto code = TRY(read_code(typed, one_time_length));
    const auto tenant = visit.link.tenant;
    const auto survey = visit.link.link.survey;
    TRY(guarded_code(visit.services, visit.context, tenant, [&] {
        return visit.services.database().read([&](storage::Connection& connection) {
            return check_pair_code(connection, tenant, survey, pair_code_hash(code));
        });
    }));
    return pair_of_token(visit.services.pairing_secret, pairing_key(tenant, survey), code);
}

} // namespace

Result<Response> pair_page(Services& services, web::Context& context) {
    return show(TRY(visit(services, context)), {});
}

Result<Response> answer_pair(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    if (here.link.link.pairing == Pairing::own_code) {
        here.progress.pair = own_pair(here);
    } else {
        const auto pair = token_pair(here);
        if (!pair.ok()) {
            web::parts::FormErrors errors;
            errors.add("code", here.page_language.error(pair.error()));
            return show(here, errors);
        }
        here.progress.pair = *pair;
    }
    TRY(store_progress(here));
    return Response::redirect(path_after(here, Step::pair));
}

} // namespace maerkbar::surveys::answering
