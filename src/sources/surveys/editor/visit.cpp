#include "sources/surveys/editor/visit.hpp"

#include <limits>

#include "base/translatable.hpp"
#include "web/form.hpp"
#include "web/parts/form.hpp"

namespace maerkbar::surveys::editor {

using namespace web::literals;

namespace {

constexpr const char* type_names[] = {
    translatable("Smileys"),
    translatable("Agree or disagree, in steps"),
    translatable("Yes or no"),
    translatable("One choice"),
    translatable("Several choices"),
    translatable("A number"),
    translatable("Date"),
    translatable("Several things on one scale (matrix)"),
    translatable("Ranking"),
    translatable("Text"),
    translatable("0 to 10 (from other programs)"),
    translatable("Expectation and experience"),
    translatable("Text to read, no question"),
};

constexpr const char* comparison_names[] = {
    translatable("is"),         translatable("is not"),       translatable("is less than"),
    translatable("is at most"), translatable("is more than"), translatable("is at least"),
    translatable("includes"),   translatable("is answered"),  translatable("is not answered"),
};

} // namespace

Result<Visit> visit(Services& services, web::Context& context) {
    auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    return Visit{services, context, std::move(viewer), context.language};
}

Result<Visit> definer(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    TRY(here.viewer.require_everywhere(may_manage));
    return here;
}

Result<Survey> survey_in_path(Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<SurveyId>("survey"));
    return visit.services.database().read([&](storage::Connection& connection) {
        return surveys::read_survey(connection, visit.viewer.tenant(), id);
    });
}

Result<SurveyLink> link_in_path(Visit& visit, const Survey& survey) {
    const auto id = TRY(visit.context.request.parameters.id<LinkId>("link"));
    const auto link = TRY(visit.services.database().read(
        [&](storage::Connection& connection) { return read_link(connection, visit.viewer.tenant(), id); }));
    TRY(visit.viewer.require(may_manage, link.unit));
    if (link.survey != survey.id)
        return Error{ErrorKind::not_found, "link.unknown",
                     translatable("There is no survey at this address.")};
    return link;
}

std::string path_of(SurveyId survey, std::string_view tail) {
    return "/surveys/" + std::to_string(survey.value) + std::string(tail);
}

std::string title_of(const Visit& visit, const Definition& definition) {
    return definition.say(definition.title, visit.language.code());
}

web::Html link(std::string_view href, std::string_view text) {
    web::Html html = "<a"_html;
    return html << web::Attribute{"href", href} << ">"_html << text << "</a>"_html;
}

web::Html words(std::string_view text) {
    web::Html html;
    return html << text;
}

web::parts::PageInfo info_of(Visit& visit, std::string title, std::string lead) {
    auto info = visit.services.organisation.frame.info(visit.context, std::move(title));
    info.crumbs = {{visit.language("Surveys"), "/surveys"}};
    info.lead = std::move(lead);
    return info;
}

web::parts::PageInfo info_below(Visit& visit, const Survey& survey, std::string title, std::string lead) {
    auto info = info_of(visit, std::move(title), std::move(lead));
    info.crumbs.push_back({title_of(visit, survey.draft), path_of(survey.id)});
    return info;
}

web::Html edition_field(const Survey& survey) {
    return web::parts::hidden_field("edition", std::to_string(survey.edition));
}

Result<web::Response> save_and_go(Visit& visit, const Survey& survey, const Definition& draft,
                                  std::string go_to) {
    const auto edition =
        web::Form(visit.sent()).integer("edition", 1, std::numeric_limits<std::int64_t>::max());
    TRY(visit.services.database().write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return save_draft(transaction, survey.id, edition.value_or(survey.edition), draft);
    }));
    return web::Response::redirect(std::move(go_to));
}

std::string type_name(QuestionType type, const web::Language& language) {
    return language(type_names[static_cast<std::size_t>(type)]);
}

std::string comparison_name(Comparison comparison, const web::Language& language) {
    return language(comparison_names[static_cast<std::size_t>(comparison)]);
}

std::string mode_name(Mode mode, const web::Language& language) {
    switch (mode) {
        case Mode::anonymous:
            return language("Anonymous");
        case Mode::confidential:
            return language("Confidential");
        case Mode::linked:
            return language("Linked to the person");
    }
    return {};
}

std::string page_name(const Definition& survey, std::size_t page, const web::Language& language) {
    const web::Arguments number{{"number", language.integer(static_cast<std::int64_t>(page + 1))}};
    const auto& title = survey.say(survey.pages[page].title, language.code());
    return language("Page {number}", number) + (title.empty() ? "" : ": " + title);
}

} // namespace maerkbar::surveys::editor
