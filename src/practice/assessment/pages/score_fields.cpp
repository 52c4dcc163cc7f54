#include "practice/assessment/pages/score_fields.hpp"

#include "web/parts/pieces.hpp"

namespace maerkbar::assessment {

using namespace web::literals;
using organisation::Filled;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr double most_steps = 10; // a ladder of so few numbers is chosen, a longer one typed

Html examples(const ScorerVisit& visit, const Node& node) {
    const auto& language = visit.language;
    if (node.examples.empty()) return {};
    Html list = "<ul>"_html;
    for (const auto& example : node.examples.in(language.code()))
        list << "<li>"_html << example << "</li>"_html;
    return parts::disclosure(language("Examples to think of"), list << "</ul>"_html);
}

Html last_time(const ScorerVisit& visit, const ScoredItem& scored) {
    const auto& language = visit.language;
    if (!scored.last_time || scored.item().scale == nullptr) return {};
    Html html = "<p class=\"hint\">"_html;
    html << language("Last time the group said {value}.",
                     {{"value", value_with_band(*scored.last_time, *scored.item().scale, language)}})
         << " "_html << scored.last_reason;
    return html << "</p>"_html;
}

// The steps of a short ladder, each with what it means.
Html steps_field(const ScorerVisit& visit, const std::vector<Band>& bands, const parts::Label& label,
                 const std::string& chosen) {
    std::vector<parts::Choice> choices;
    for (const auto& band : bands) {
        const auto value = std::to_string(static_cast<int>(band.from));
        choices.push_back({value, value + " · " + band.label.in(visit.language.code()),
                           band.help.in(visit.language.code()), value == chosen});
    }
    return parts::radio_field({label, choices}, visit.language);
}

Html number_field(const ScorerVisit& visit, const std::vector<Band>& bands, const parts::Label& label,
                  const std::string& typed) {
    const auto& language = visit.language;
    std::vector<parts::Fact> steps;
    for (const auto& band : bands) {
        Html meaning;
        meaning << band.label.in(language.code()) << ": "_html << band.help.in(language.code());
        steps.push_back({value_text(band.from, language) + "–" + value_text(band.to, language), meaning});
    }
    Html html = parts::text_field({.label = label,
                                   .value = typed,
                                   .width = parts::FieldWidth::narrow,
                                   .input_mode = "numeric",
                                   .max_length = 5},
                                  language);
    return html << parts::disclosure(language("What the numbers mean"), parts::fact_list(steps));
}

Html score_field(const ScorerVisit& visit, const ScoredItem& scored, const Filled& filled,
                 const Aspect* aspect) {
    const auto& language = visit.language;
    const auto& scale = *scored.item().scale;
    const std::string id = aspect == nullptr ? "" : aspect->id;
    const auto own = scored.answer.scores.find(id);
    const auto stored = own == scored.answer.scores.end() ? "" : value_text(own->second, language);
    auto label = filled.optional(
        field_of(id), aspect == nullptr ? language("Where do we stand?") : aspect->names.in(language.code()),
        aspect == nullptr ? "" : aspect->help.in(language.code()));
    const auto& bands = aspect == nullptr ? scale.bands : aspect->bands;
    if (scale.max - scale.min <= most_steps)
        return steps_field(visit, bands, label, filled.value(label.name, stored));
    label.hint += (label.hint.empty() ? "" : " ") +
                  language("A whole number from {min} to {max}.", {{"min", value_text(scale.min, language)},
                                                                   {"max", value_text(scale.max, language)}});
    return number_field(visit, bands, label, filled.value(label.name, stored));
}

Html suggestions(const ScorerVisit& visit, const ScoredItem& scored) {
    const auto& language = visit.language;
    if (scored.evidence.empty()) return {};
    Html list;
    for (const auto& evidence : scored.evidence) {
        const auto band = suggested_band(evidence.signs, *scored.item().scale);
        list << "<p>"_html << evidence.sentence << "</p>"_html;
        if (!band) continue;
        const auto& step = scored.item().scale->ladder()[*band];
        list << "<p>"_html
             << parts::button(language("Use it: {step}", {{"step", step.label.in(language.code())}}),
                              parts::ButtonKind::secondary, "use", std::to_string(evidence.id.value))
             << "</p>"_html;
    }
    return parts::disclosure(language("What our own figures say"), list, scored.answer.scores.empty());
}

Html text(const ScorerVisit& visit, parts::Label label, const std::string& value) {
    return parts::text_area({std::move(label), value, 3}, visit.language);
}

std::string prompt_or(const ScorerVisit& visit, const ScoredItem& scored, std::string_view id,
                      std::string usual) {
    const auto* prompt = scored.standing.model.prompt(id);
    return prompt == nullptr ? std::move(usual) : prompt->names.in(visit.language.code());
}

} // namespace

std::string field_of(std::string_view aspect) {
    return aspect.empty() ? "score" : "score-" + std::string(aspect);
}

Html question_part(const ScorerVisit& visit, const ScoredItem& scored) {
    const auto& language = visit.language;
    const auto& node = *scored.item().node;
    Html html = "<p class=\"chart-sentence\">"_html;
    html << node.question.in(language.code()) << "</p>"_html;
    if (!node.purpose.empty()) html << "<p>"_html << node.purpose.in(language.code()) << "</p>"_html;
    if (!scored.item().item.local_note.empty())
        html << "<p>"_html << language("Here it means: {note}", {{"note", scored.item().item.local_note}})
             << "</p>"_html;
    return html << examples(visit, node) << last_time(visit, scored);
}

Html answer_fields(const ScorerVisit& visit, const ScoredItem& scored, const Filled& filled) {
    const auto& language = visit.language;
    Html html;
    if (const auto* scale = scored.item().scale) {
        if (scale->aspects.empty()) html << score_field(visit, scored, filled, nullptr);
        for (const auto& aspect : scale->aspects)
            html << score_field(visit, scored, filled, &aspect);
        html << suggestions(visit, scored);
    }
    const auto& answer = scored.answer;
    html << parts::checkbox("blank", language("I know too little about this"),
                            filled.checked("blank", answer.blank),
                            language("Then your answer is left out, and does not count as 0."))
         << text(visit,
                 filled.optional("strengths",
                                 prompt_or(visit, scored, "strength", language("What goes well?")),
                                 language("One thing on each line.")),
                 filled.value("strengths", answer.strengths))
         << text(visit,
                 filled.optional("improvements",
                                 prompt_or(visit, scored, "improvement", language("What can get better?")),
                                 language("One thing on each line.")),
                 filled.value("improvements", answer.improvements))
         << text(visit,
                 filled.optional("evidence",
                                 prompt_or(visit, scored, "evidence", language("What do you base it on?"))),
                 filled.value("evidence", answer.evidence))
         << parts::text_field({.label = filled.optional("link", language("Link to where it can be seen")),
                               .value = filled.value("link", answer.link),
                               .type = "url"},
                              language);
    return html;
}

} // namespace maerkbar::assessment
