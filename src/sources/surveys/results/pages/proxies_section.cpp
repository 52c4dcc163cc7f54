#include "sources/surveys/results/pages/proxies_section.hpp"

#include <cmath>

#include "sources/surveys/results/proxy_agreement.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys::results::pages {

using web::Html;
namespace parts = web::parts;

namespace {

using Questions = std::map<std::string, std::optional<ProxyFigures>, std::less<>>;

Result<std::optional<StoredAgreement>> found_for(Visit& visit, const Subject& subject) {
    return visit.read([&](storage::Connection& connection) -> Result<std::optional<StoredAgreement>> {
        if (!TRY(holds_all_links(connection, visit, subject))) return std::optional<StoredAgreement>();
        return latest_agreement(connection, visit.viewer.tenant(), subject.survey.id);
    });
}

std::string bias_sentence(const ProxyFigures& figures, const web::Language& language) {
    const web::Arguments steps{{"steps", language.number(std::abs(figures.difference), 1)}};
    if (std::abs(figures.difference) < 0.05)
        return language("On average those who answered for somebody answered as the person did.");
    return figures.difference < 0
               ? language(
                     "On average those who answered for somebody were {steps} steps lower than the person.",
                     steps)
               : language(
                     "On average those who answered for somebody were {steps} steps higher than the person.",
                     steps);
}

// Of the survey's main question, where it may be seen.
Html in_words(const Visit& visit, const Subject& subject, const Questions& questions) {
    const auto& language = visit.language;
    const auto first = headline(subject.definition);
    const auto found = first ? questions.find(first->name) : questions.end();
    if (found == questions.end() || !found->second) return {};
    const auto& figures = *found->second;
    Html html = paragraph(language(
        "“{question}”: of {count} persons who answered themselves and for whom somebody else answered too, "
        "{share} got the same answer from both.",
        {{"question", question_title(visit, subject.definition, *first)},
         {"count", language.integer(figures.pairs)},
         {"share", language.percent(figures.same)}}));
    return html << paragraph(bias_sentence(figures, language));
}

Html table_of(const Visit& visit, const Subject& subject, const Questions& questions, View view) {
    const auto& language = visit.language;
    parts::Table table{view_words(view, language), true};
    table.columns = {{language("Question")},
                     {language("Pairs"), true},
                     {language("Same answer"), true},
                     {language("At most one step apart"), true},
                     {language("Their mean less the person's"), true},
                     {language("Agreement beyond chance (weighted kappa)"), true}};
    const auto number = [&](std::optional<double> one) { return one ? language.number(*one, 2) : "–"; };
    for (const auto& question : counted_questions(subject.definition)) {
        const auto found = questions.find(question.name);
        if (found == questions.end() || !found->second) continue;
        const auto& figures = *found->second;
        table.rows.push_back({words(question_title(visit, subject.definition, question)),
                              words(language.integer(figures.pairs)), words(language.percent(figures.same)),
                              words(figures.within_one ? language.percent(*figures.within_one) : "–"),
                              words(number(figures.difference)), words(number(figures.kappa))});
    }
    return table.rows.empty() ? Html() : parts::table(table);
}

Html view_of_them(const Visit& visit, const Subject& subject, const Questions& questions, View view) {
    const auto table = table_of(visit, subject, questions, view);
    if (table.empty())
        return paragraph(
            view_words(view, visit.language) + ": " +
            visit.language("too few persons have answered together with somebody who answered for them, or "
                           "their answers would give somebody away."));
    Html html = in_words(visit, subject, questions);
    return html << table;
}

} // namespace

Result<Html> proxies_section(Visit& visit, const Subject& subject, View view) {
    const auto found = TRY(found_for(visit, subject));
    if (!found) return Html();
    Html html;
    for (const auto& [whose, questions] : found->by_view)
        if (view == View::self || view == whose) html << view_of_them(visit, subject, questions, whose);
    return html.empty() ? Html()
                        : parts::section(visit.language("Answers for others beside their own"), html);
}

} // namespace maerkbar::surveys::results::pages
