#include "sources/surveys/answering/question_screen.hpp"

#include <algorithm>

#include "sources/surveys/answering/question_fields.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/flow.hpp"
#include "sources/surveys/speech.hpp"
#include "web/url.hpp"

namespace maerkbar::surveys::answering {

using namespace web::literals;
using web::Attribute;
using web::Html;

namespace {

const Page* page_of(const Definition& survey, const Question& question) {
    for (const auto& page : survey.pages)
        if (std::ranges::find(page.questions, question.name, &Question::name) != page.questions.end())
            return &page;
    return nullptr;
}

Html progress_line(const QuestionScreen& screen) {
    const auto& language = screen.visit.page_language;
    Html html = R"(<p class="where"><span)"_html;
    html << screen.visit.lang_of_words() << ">"_html;
    if (is_asked(&screen.question))
        html << language("Question {number} of {count}",
                         {{"number", language.integer(static_cast<std::int64_t>(screen.number))},
                          {"count", language.integer(static_cast<std::int64_t>(screen.count))}});
    html << R"(</span><progress aria-hidden="true")"_html << Attribute{"max", std::to_string(screen.count)}
         << Attribute{"value", std::to_string(screen.number)} << "></progress></p>"_html;
    return html;
}

// The section on every one of its questions; the page's title where the question begins the page.
Html headings(const QuestionScreen& screen) {
    const auto& visit = screen.visit;
    const auto* page = page_of(visit.survey(), screen.question);
    if (page == nullptr) return {};
    Html html;
    const auto& sections = visit.survey().sections;
    const auto section = std::ranges::find(sections, page->section, &Section::name);
    if (section != sections.end())
        html << R"(<p class="section-title">)"_html << visit.say(section->title) << "</p>"_html;
    if (!page->title.empty() && page->questions.front().name == screen.question.name)
        html << R"(<p class="page-title">)"_html << visit.say(page->title) << "</p>"_html;
    return html;
}

Html buttons(const QuestionScreen& screen) {
    const auto& visit = screen.visit;
    Html html = R"(<div class="buttons")"_html;
    html << visit.lang_of_words() << R"(><button class="go")"_html;
    if (screen.preview) html << R"( type="button")"_html;
    html << ">"_html << (screen.last ? visit.page_language("Send my answer") : visit.page_language("Next"))
         << "</button>"_html;
    if (!screen.preview)
        html << R"(<a class="back")"_html
             << Attribute{"href", screen.back == nullptr ? visit.start_path() : visit.path_to(*screen.back)}
             << ">"_html << visit.page_language("Back") << "</a>"_html;
    return html << "</div>"_html;
}

// A player for whoever reads little, where a voice speaks the language. Nothing is loaded before it is
// started.
Html listen(const Visit& visit, const Question& question) {
    if (!Speech::voice(visit.language)) return {};
    const auto address =
        web::with_query("/s/" + visit.link.link.code + "/speech/" + question.name, {{"l", visit.language}});
    Html html = R"(<details class="aloud"><summary)"_html;
    return html << visit.lang_of_words() << ">"_html << visit.page_language("Listen to the question")
                << "</summary><audio controls preload=\"none\""_html << Attribute{"src", address}
                << Attribute{"aria-label", visit.page_language("The question read aloud")}
                << R"(></audio></details>)"_html;
}

Html form_around(const QuestionScreen& screen, const Html& content) {
    if (screen.preview) return content;
    Html html = "<form method=\"post\" novalidate"_html;
    return html << Attribute{"action", screen.visit.path_to(screen.question)} << ">"_html << content
                << "</form>"_html;
}

} // namespace

Html question_screen(const QuestionScreen& screen) {
    const auto& visit = screen.visit;
    const auto& question = screen.question;
    Html heading = "<h1>"_html;
    heading << visit.say(question.title) << "</h1>"_html;
    Html content = question_fields({visit.survey(), question, visit.language, visit.page_language,
                                    screen.filled, screen.errors, heading});
    content << buttons(screen);
    Html html = progress_line(screen);
    html << mistakes(screen.errors, visit.page_language) << headings(screen);
    if (!screen.preview) html << listen(visit, question);
    html << form_around(screen, content);
    if (!screen.preview)
        html << R"(<p class="aside"><a)"_html << visit.lang_of_words()
             << Attribute{"href", visit.path("/save")} << ">"_html
             << visit.page_language("Stop and go on later") << "</a></p>"_html;
    return html;
}

} // namespace maerkbar::surveys::answering
