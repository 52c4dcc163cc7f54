#include "sources/surveys/editor/questions_section.hpp"

#include <algorithm>

#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

Html move_buttons(Visit& visit, const std::string& path, bool may_go) {
    const auto& language = visit.language;
    Html buttons = parts::button(language("Up"), parts::ButtonKind::secondary, "to", "up");
    buttons << parts::button(language("Down"), parts::ButtonKind::secondary, "to", "down");
    if (may_go) buttons << parts::button(language("Remove"), parts::ButtonKind::secondary, "to", "away");
    return parts::form({.action = path + "/move", .csrf = visit.context.csrf_field()},
                       parts::button_row({buttons}));
}

Html when_shown(const web::Language& language, bool always) {
    return words(always ? language("Always") : language("Depends on earlier answers"));
}

Html questions_of(Visit& visit, const Survey& survey, const Page& page, const std::string& caption) {
    const auto& language = visit.language;
    parts::Table table{caption, false};
    table.columns = {{language("Question")}, {language("Kind")}, {language("Shown")}};
    if (visit.may_define()) table.columns.push_back({language("Order")});
    table.empty = language("There is no question on this page.");
    for (const auto& question : page.questions) {
        const auto& title = survey.draft.say(question.title, language.code());
        const auto path = path_of(survey.id, "/questions/" + question.name);
        table.rows.push_back({visit.may_define() ? link(path, title) : words(title),
                              words(type_name(question.type, language)),
                              when_shown(language, question.shown_if.always() && page.shown_if.always())});
        if (visit.may_define()) table.rows.back().push_back(move_buttons(visit, path, true));
    }
    return parts::table(table);
}

// Its section, when it is shown, and what can be done with it.
Html about_page(Visit& visit, const Survey& survey, const Page& page) {
    const auto& language = visit.language;
    const auto section = std::ranges::find(survey.draft.sections, page.section, &Section::name);
    Html html;
    if (section != survey.draft.sections.end() || !page.shown_if.always()) {
        html << R"(<p class="muted">)"_html;
        if (section != survey.draft.sections.end())
            html << language("Section: {title}",
                             {{"title", survey.draft.say(section->title, language.code())}})
                 << ". "_html;
        if (!page.shown_if.always()) html << language("Depends on earlier answers") << "."_html;
        html << "</p>"_html;
    }
    if (!visit.may_define()) return html;
    const auto path = path_of(survey.id, "/pages/" + page.name);
    return html << parts::link_line({{language("Change the page"), path},
                                     {language("Add a question here"),
                                      path_of(survey.id, "/questions/new?page=" + page.name)}})
                << move_buttons(visit, path, survey.draft.pages.size() > 1);
}

// One page about which nothing is written needs no heading of its own.
bool is_plain(const Definition& draft) {
    return draft.pages.size() == 1 && draft.pages[0].title.empty() && draft.pages[0].section.empty() &&
           draft.pages[0].shown_if.always();
}

Html pages(Visit& visit, const Survey& survey) {
    const auto& draft = survey.draft;
    if (is_plain(draft)) return questions_of(visit, survey, draft.pages[0], visit.language("Questions"));
    Html html;
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        const auto name = page_name(draft, i, visit.language);
        Html content = about_page(visit, survey, draft.pages[i]);
        html << parts::section(name, content << questions_of(visit, survey, draft.pages[i], name), 3);
    }
    return html;
}

} // namespace

Html questions_section(Visit& visit, const Survey& survey) {
    const auto& language = visit.language;
    Html content = survey.draft.pages.empty()
                       ? parts::empty_state(language("No question yet"), language("Write the first one."))
                       : pages(visit, survey);
    if (visit.may_define())
        content << parts::button_row(
            {parts::button_link(language("Add a question"), path_of(survey.id, "/questions/new"),
                                parts::ButtonKind::primary),
             parts::button_link(language("Add a page"), path_of(survey.id, "/pages/new")),
             parts::button_link(language("Sections"), path_of(survey.id, "/sections")),
             parts::button_link(language("All texts and translations"), path_of(survey.id, "/texts")),
             parts::button_link(language("Preview"), path_of(survey.id, "/preview"))});
    return parts::section(language("Questions"), content);
}

} // namespace maerkbar::surveys::editor
