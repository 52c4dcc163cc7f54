#include "sources/surveys/answering/visit.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "sources/surveys/definition/flow.hpp"
#include "sources/surveys/definition/piping.hpp"
#include "sources/surveys/secrets.hpp"
#include "web/text.hpp"
#include "web/url.hpp"

namespace maerkbar::surveys::answering {

namespace {

// "nn" of "nn-NO,nn;q=0.9,en;q=0.5", and so on: browsers send what their reader likes best first.
std::vector<std::string> wanted_by_browser(std::string_view accept_language) {
    std::vector<std::string> wanted;
    while (!accept_language.empty()) {
        const auto range = trimmed(web::take_until(accept_language, ','));
        wanted.emplace_back(range.substr(0, range.find_first_of("-;")));
    }
    return wanted;
}

// The language asked for in the address, else what the browser and the program would choose, else the main
// one.
std::string language_for(const web::Context& context, const Definition& survey) {
    std::vector<std::string> wanted{context.request.query.text("l")};
    for (auto& one : wanted_by_browser(context.request.headers.get("Accept-Language").value_or("")))
        wanted.push_back(std::move(one));
    wanted.emplace_back(context.language.code());
    for (const auto& one : wanted)
        if (std::ranges::find(survey.languages, one) != survey.languages.end()) return one;
    return std::string(survey.main_language());
}

Result<Progress> progress_so_far(Services& services, OpenLink& link, const std::string& id) {
    return services.database().read([&](storage::Connection& connection) -> Result<Progress> {
        const Progress nothing{link.link.id, link.version};
        auto found = TRY(read_progress(connection, link.tenant, id));
        if (!found || found->link != link.link.id) return nothing;
        link.version = found->version;
        link.definition =
            TRY(services.definitions.get(connection, link.tenant, link.link.survey, found->version));
        return std::move(*found);
    });
}

} // namespace

std::string Visit::say(const Texts& texts) const {
    return piped(survey().say(texts, language), survey(), answers(), language);
}

web::Html Visit::lang_of_words() const {
    web::Html html;
    if (page_language.code() == base_language(language)) return html;
    html << web::Attribute{"lang", page_language.code()};
    if (is_right_to_left(language)) html << web::Attribute{"dir", "ltr"};
    return html;
}

std::string Visit::path(std::string_view tail) const {
    std::string path = "/s/" + link.link.code;
    if (!id.empty()) path += '/' + id;
    return web::with_query(path + std::string(tail), {{"l", language}});
}

std::string Visit::start_path() const {
    return web::with_query("/s/" + link.link.code, {{"l", language}});
}

std::string path_after(const Visit& visit, Step step) {
    if (step == Step::start && visit.link.link.proxies) return visit.path("/who");
    if (step != Step::pair && visit.link.link.pairing != Pairing::none) return visit.path("/pair");
    return visit.path_to(*shown_questions(visit.survey(), visit.answers()).front());
}

Result<void> store_progress(const Visit& visit) {
    const storage::Actor actor{visit.link.tenant, {}, "survey"};
    return visit.services.database().write(actor, [&](storage::Transaction& transaction) {
        return save_progress(transaction, visit.id, visit.progress, visit.services.today());
    });
}

Result<Visit> visit(Services& services, web::Context& context) {
    auto link = TRY(link_in_path(services, context));
    auto id = context.request.parameters.text("id");
    Progress progress{link.link.id, link.version};
    if (context.request.parameters.has("id")) {
        if (!is_submission_id(id))
            return Error{ErrorKind::not_found, "link.unknown",
                         translatable("There is no survey at this address.")};
        progress = TRY(progress_so_far(services, link, id));
    }
    auto language = language_for(context, *link.definition);
    const auto& words = words_for(services, language);
    return Visit{services, context,       std::move(link),    std::move(language),
                 words,    std::move(id), std::move(progress)};
}

} // namespace maerkbar::surveys::answering
