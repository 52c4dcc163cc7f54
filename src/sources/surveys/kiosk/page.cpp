#include "sources/surveys/answering/faces.hpp"
#include "sources/surveys/answering/small_page.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/kiosk/kiosk.hpp"
#include "sources/surveys/kiosk/pages.hpp"
#include "web/assets.hpp"

// The page of a kiosk. All screens are there from the start, hidden; kiosk.js shows one at a time.
namespace maerkbar::surveys::kiosk {

using namespace web::literals;
using web::Attribute;
using web::Html;

namespace {

constexpr int thanks_seconds = 6;
constexpr int idle_seconds = 30;
constexpr int reset_seconds = 20;
constexpr std::string_view seconds_mark = "\x01";

// The screens of one language.
struct Tongue {
    const Definition& survey;
    std::string language;
    const web::Language& page_language;
};

// A sentence with the seconds in an element of their own, which the script counts down.
Html counted(const std::string& sentence) {
    const auto at = sentence.find(seconds_mark);
    Html html = R"(<p class="countdown">)"_html;
    if (at == std::string::npos) return html << sentence << "</p>"_html;
    return html << std::string_view(sentence).substr(0, at) << R"(<strong class="seconds"></strong>)"_html
                << std::string_view(sentence).substr(at + seconds_mark.size()) << "</p>"_html;
}

Html press(const Tongue& tongue, const Question& question, const std::string& value) {
    const int highest = highest_step(question);
    const auto words = value_words(tongue.survey, question, value, tongue.language);
    Html html = R"(<button class="press")"_html;
    html << Attribute{"name", question.name} << Attribute{"value", value} << ">"_html;
    if (question.type == QuestionType::smiley) html << answering::face(std::stoi(value), question.points);
    if (highest > 0) html << R"(<span class="step">)"_html << value << "</span> "_html;
    if (words != value) html << R"(<span class="words">)"_html << words << "</span>"_html;
    return html << "</button>"_html;
}

Html presses(const Tongue& tongue, const Question& question) {
    Html html = R"(<div class="presses">)"_html;
    const int highest = highest_step(question);
    for (int step = lowest_step(question); step <= highest; ++step)
        html << press(tongue, question, std::to_string(step));
    if (question.type == QuestionType::yes_no)
        html << press(tongue, question, "yes") << press(tongue, question, "no");
    if (highest == 0)
        for (const auto& choice : question.choices)
            html << press(tongue, question, choice.value);
    return html << "</div>"_html;
}

Html quiet_ways(const Tongue& tongue, const Question& question, bool first) {
    Html html = R"(<div class="others">)"_html;
    for (const auto missing : question.missing)
        html << R"(<button class="quiet")"_html << Attribute{"name", question.name}
             << Attribute{"value", "missing." + std::string(name_of(missing))} << ">"_html
             << missing_words(missing, tongue.language) << "</button>"_html;
    if (!first)
        html << R"(<button class="quiet")"_html << Attribute{"name", question.name}
             << R"( value="missing.skipped">)"_html << tongue.page_language("Go on without answering")
             << R"(</button><button type="button" class="quiet back">)"_html << tongue.page_language("Back")
             << "</button>"_html;
    return html << "</div>"_html;
}

Html question_screen(const Tongue& tongue, const Question& question, bool first) {
    Html html = R"(<form class="screen" hidden><h1 tabindex="-1">)"_html;
    html << tongue.survey.say(question.title, tongue.language) << "</h1>"_html;
    const auto& hint = tongue.survey.say(question.hint, tongue.language);
    if (!hint.empty()) html << R"(<p class="hint">)"_html << hint << "</p>"_html;
    return html << presses(tongue, question) << quiet_ways(tongue, question, first) << "</form>"_html;
}

Html thanks_screen(const Tongue& tongue) {
    Html html = R"(<section class="screen thanks" hidden><h1 tabindex="-1">)"_html;
    html << tongue.page_language("Thank you for your answer.") << "</h1>"_html;
    const auto& thanks = tongue.survey.say(tongue.survey.thanks, tongue.language);
    if (!thanks.empty()) html << "<p>"_html << thanks << "</p>"_html;
    return html << counted(tongue.page_language("The screen begins again in {seconds} seconds.",
                                                {{"seconds", std::string(seconds_mark)}}))
                << R"(<button type="button" class="go again">)"_html
                << tongue.page_language("Begin again now") << "</button></section>"_html;
}

Html still_there(const Tongue& tongue) {
    const auto id = "still-" + tongue.language;
    Html html = R"(<dialog class="still")"_html;
    return html << Attribute{"aria-labelledby", id} << "><h2"_html << Attribute{"id", id} << ">"_html
                << tongue.page_language("Are you still there?") << "</h2>"_html
                << counted(tongue.page_language(
                       "What you have answered is sent in {seconds} seconds, and the screen "
                       "begins again.",
                       {{"seconds", std::string(seconds_mark)}}))
                << R"(<div class="others"><button type="button" class="go more">)"_html
                << tongue.page_language("More time")
                << R"(</button><button type="button" class="quiet finish">)"_html
                << tongue.page_language("I am done") << "</button></div></dialog>"_html;
}

Html tongue_screens(const Tongue& tongue, const std::vector<const Question*>& questions) {
    Html html = R"(<div class="tongue" hidden)"_html;
    html << Attribute{"data-language", tongue.language} << Attribute{"lang", base_language(tongue.language)}
         << ">"_html;
    for (const auto* question : questions)
        html << question_screen(tongue, *question, question == questions.front());
    return html << thanks_screen(tongue) << still_there(tongue) << "</div>"_html;
}

// What staff see before it is started, and what stands at the foot afterwards.
Html staff_screen(const web::Language& page_language, const std::string& title) {
    Html html = R"(<section class="screen begin" hidden><h1 tabindex="-1">)"_html;
    return html
           << title << "</h1><p>"_html
           << page_language(
                  "This screen asks whoever comes by. It keeps every answer on this device until the "
                  "server has it, also without a connection for days.")
           << "</p><p>"_html
           << page_language(
                  "Press Start: it fills the screen. The Escape key leaves the full screen. After a power "
                  "cut it goes on by itself.")
           << R"(</p><button type="button" class="go start">)"_html << page_language("Start")
           << "</button></section>"_html;
}

Html without_script(const web::Language& page_language, const std::string& code) {
    const auto address = "/s/" + code;
    Html html = R"(<noscript><h1>)"_html;
    return html << page_language("This kiosk needs script") << "</h1><p>"_html
                << page_language(
                       "Script is switched off in this browser. Switch it on, and load the page again. "
                       "Without script you can answer on the ordinary page:")
                << "</p><p><a"_html << Attribute{"href", address} << ">"_html << address
                << "</a></p></noscript>"_html;
}

Html language_buttons(const Definition& survey, const web::Language& page_language) {
    if (survey.languages.size() < 2) return {};
    Html html = R"(<nav class="tongues" hidden)"_html;
    html << Attribute{"aria-label", page_language("Language")} << ">"_html;
    for (const auto& language : survey.languages)
        html << R"(<button type="button" class="quiet")"_html << Attribute{"data-speak", language}
             << Attribute{"lang", base_language(language)} << R"( aria-pressed="false">)"_html
             << language_name(language) << "</button>"_html;
    return html << "</nav>"_html;
}

Html state_line(const web::Language& page_language) {
    Html html = R"(<p class="state" role="status")"_html;
    return html << Attribute{"data-sent", page_language("Everything is sent.")}
                << Attribute{"data-waiting",
                             page_language("{count} answers are kept here until they can be sent.")}
                << Attribute{"data-refused",
                             page_language("{count} answers were refused; they are kept here.")}
                << Attribute{"data-full",
                             page_language("This device has no room left: connect it to the network, so that "
                                           "answers can be sent.")}
                << "></p>"_html;
}

Html body_of(Services& services, const OpenLink& link) {
    const auto& survey = *link.definition;
    const auto questions = kiosk_questions(survey);
    const auto& page_language = answering::words_for(services, survey.main_language());
    Html html = without_script(page_language, link.link.code);
    html << R"(<div class="kiosk" id="kiosk")"_html << Attribute{"data-code", link.link.code}
         << Attribute{"data-version", std::to_string(link.version)}
         << Attribute{"data-main", survey.main_language()}
         << Attribute{"data-idle", std::to_string(idle_seconds)}
         << Attribute{"data-reset", std::to_string(reset_seconds)}
         << Attribute{"data-thanks", std::to_string(thanks_seconds)} << ">"_html
         << staff_screen(page_language, survey.say(survey.title, survey.main_language()));
    for (const auto& language : survey.languages)
        html << tongue_screens({survey, language, answering::words_for(services, language)}, questions);
    return html << language_buttons(survey, page_language) << state_line(page_language)
                << R"(<p class="unseen" id="told" aria-live="assertive"></p></div>)"_html;
}

} // namespace

Result<web::Response> page(Services& services, web::Context& context) {
    const auto link = TRY(link_in_path(services, context));
    const auto& survey = *link.definition;
    TRY(check_kiosk(link.link, survey));
    const auto& page_language = answering::words_for(services, survey.main_language());
    answering::SmallPage small{std::string(base_language(survey.main_language())),
                               survey.say(survey.title, survey.main_language()),
                               page_language("Go to the content")};
    small.head << R"(<link rel="stylesheet")"_html << Attribute{"href", web::asset_url("kiosk.css")}
               << R"(><script type="module")"_html << Attribute{"src", web::asset_url("kiosk.js")}
               << "></script>"_html;
    small.body = body_of(services, link);
    small.body_class = "at-kiosk";
    small.theme = theme_of(link);
    return answering::small_page(small);
}

} // namespace maerkbar::surveys::kiosk
