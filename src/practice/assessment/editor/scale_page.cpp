#include <algorithm>

#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/ladder_fields.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/model/read_model.hpp"

// A scale with its steps, or with sides that each have steps of their own.
namespace maerkbar::assessment::editor {

using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

std::string scale_address(const Draft& draft, const Scale& scale, std::string_view rest = {}) {
    return draft_address(draft.model.id, "/scales/" + scale.id + std::string(rest));
}

Html scale_fields(const Scale& scale, const Filled& filled, const web::Language& language) {
    Html html = three_fields({"names", language("Name")}, scale.names, filled, language);
    html << number_field(filled.label("min", language("Lowest value")),
                         filled.value("min", plain_number(scale.min, language)), language)
         << number_field(filled.label("max", language("Highest value")),
                         filled.value("max", plain_number(scale.max, language)), language)
         << parts::checkbox("whole", language("Whole numbers only"), filled.checked("whole", scale.whole));
    if (scale.aspects.empty()) html << ladder_fields(scale.bands, filled, language);
    return html;
}

void read_scale(web::Form& form, Scale& scale) {
    scale.names = read_required_three(form, "names");
    scale.min = form.required_number("min");
    scale.max = form.required_number("max");
    scale.whole = form.checked("whole");
    if (scale.aspects.empty()) scale.bands = read_ladder(form);
}

Html aspect_form(RoundVisit& visit, const Draft& draft, const Scale& scale, const Filled& filled) {
    const auto& language = visit.language();
    Html fields = parts::hidden_field("version", std::to_string(draft.version));
    fields << parts::text_field({.label = filled.label("aspect", language("Short name"),
                                                       language("Such as plan, do, check or act.")),
                                 .value = filled.value("aspect"),
                                 .width = parts::FieldWidth::medium,
                                 .max_length = 60},
                                language)
           << three_fields({"aspect-names", language("Name")}, {}, filled, language)
           << parts::button_row({parts::button(language("Add a side"), parts::ButtonKind::secondary)});
    return parts::form(
        {.action = scale_address(draft, scale, "/aspects"), .csrf = visit.context().csrf_field()}, fields);
}

Html aspects_part(RoundVisit& visit, const Draft& draft, const Scale& scale, const Filled& filled) {
    const auto& language = visit.language();
    Html html;
    std::vector<parts::Crumb> links;
    for (const auto& aspect : scale.aspects)
        links.push_back(
            {aspect.names.in(language.code()), scale_address(draft, scale, "/aspects/" + aspect.id)});
    if (!links.empty()) html << parts::link_line(links);
    html << parts::disclosure(language("Score more than one side of each item"),
                              aspect_form(visit, draft, scale, filled), !scale.aspects.empty());
    Html whole = parts::section(language("Sides"), html);
    return whole << parts::button_form(
               {.action = scale_address(draft, scale, "/remove?version=" + std::to_string(draft.version)),
                .csrf = visit.context().csrf_field()},
               language("Remove the scale"));
}

Result<Scale*> asked_scale(RoundVisit& visit, Draft& draft) {
    const auto id = visit.context().request.parameters.text("scale");
    const auto found = std::ranges::find(draft.model.scales, id, &Scale::id);
    if (found != draft.model.scales.end()) return &*found;
    return Error{ErrorKind::not_found, "assessment.unknown_scale", "That scale is not part of the model."};
}

Result<Aspect*> asked_aspect(RoundVisit& visit, Scale& scale) {
    const auto id = visit.context().request.parameters.text("aspect");
    const auto found = std::ranges::find(scale.aspects, id, &Aspect::id);
    if (found != scale.aspects.end()) return &*found;
    return Error{ErrorKind::not_found, "assessment.unknown_aspect", "That side is not part of the scale."};
}

Result<Response> scale_page(RoundVisit& visit, const Draft& draft, const Scale& scale, const Filled& filled) {
    const auto& language = visit.language();
    return form_page(visit, draft,
                     {scale.names.in(language.code()),
                      {},
                      scale_address(draft, scale),
                      scale_fields(scale, filled, language),
                      aspects_part(visit, draft, scale, filled)},
                     filled);
}

Result<Response> new_scale_page(RoundVisit& visit, const Draft& draft, const Filled& filled) {
    const auto& language = visit.language();
    Scale scale{.id = {}, .max = 5};
    for (int step = 0; step <= 5; ++step)
        scale.bands.push_back({static_cast<double>(step), static_cast<double>(step)});
    Html fields =
        parts::text_field({.label = filled.label("id", language("Short name"),
                                                 language("Letters a–z, digits, dots and dashes. It "
                                                          "cannot be changed later.")),
                           .value = filled.value("id"),
                           .width = parts::FieldWidth::medium,
                           .max_length = 60},
                          language);
    return form_page(visit, draft,
                     {language("New scale"),
                      {},
                      draft_address(draft.model.id, "/scales"),
                      fields << scale_fields(scale, filled, language)},
                     filled);
}

Result<Response> aspect_page(RoundVisit& visit, const Draft& draft, const Scale& scale, const Aspect& aspect,
                             const Filled& filled) {
    const auto& language = visit.language();
    const auto here = scale_address(draft, scale, "/aspects/" + aspect.id);
    Html fields = three_fields({"names", language("Name")}, aspect.names, filled, language);
    fields << three_fields({"help", language("What it is about"), {}, 2}, aspect.help, filled, language)
           << ladder_fields(aspect.bands, filled, language);
    const auto remove =
        parts::button_form({.action = here + "/remove?version=" + std::to_string(draft.version),
                            .csrf = visit.context().csrf_field()},
                           language("Remove this side"));
    return form_page(
        visit, draft,
        {aspect.names.in(language.code()), scale.names.in(language.code()), here, fields, remove}, filled);
}

void refuse_id(web::Form& form, const char* field) {
    form.fail(field, "assessment.short_name",
              "Write letters a–z, digits, dots and dashes, and nothing that is there already.");
}

// Sends a button of the page with the version in its address.
Result<Response> store_button(RoundVisit& visit, Draft& draft, const std::string& back) {
    web::Form form(visit.context().request.query);
    if (TRY(store(visit, draft, form, {}))) return Response::redirect(back + "?done=saved");
    return back_with(visit, back, form.errors().front());
}

} // namespace

Result<Response> show_scale(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    return scale_page(visit, draft, *TRY(asked_scale(visit, draft)), Filled());
}

Result<Response> send_scale(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    auto& scale = *TRY(asked_scale(visit, draft));
    web::Form form(visit.context().request.form);
    read_scale(form, scale);
    if (TRY(store(visit, draft, form, "min")))
        return Response::redirect(draft_address(draft.model.id, "?done=saved"));
    return scale_page(visit, draft, scale, Filled(form, visit.language()));
}

Result<Response> show_new_scale(RoundVisit& visit) {
    return new_scale_page(visit, TRY(asked_draft(visit)), Filled());
}

Result<Response> send_new_scale(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    web::Form form(visit.context().request.form);
    Scale scale;
    scale.id = form.required_text("id", 60);
    read_scale(form, scale);
    if (!sound_id(scale.id) || draft.model.scale(scale.id) != nullptr) refuse_id(form, "id");
    draft.model.scales.push_back(std::move(scale));
    if (TRY(store(visit, draft, form, "min")))
        return Response::redirect(draft_address(draft.model.id, "?done=saved"));
    return new_scale_page(visit, draft, Filled(form, visit.language()));
}

Result<Response> send_remove_scale(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    const auto id = TRY(asked_scale(visit, draft))->id;
    std::erase_if(draft.model.scales, [&](const Scale& scale) { return scale.id == id; });
    return store_button(visit, draft, draft_address(draft.model.id));
}

Result<Response> show_aspect(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    auto& scale = *TRY(asked_scale(visit, draft));
    return aspect_page(visit, draft, scale, *TRY(asked_aspect(visit, scale)), Filled());
}

Result<Response> send_aspect(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    auto& scale = *TRY(asked_scale(visit, draft));
    auto& aspect = *TRY(asked_aspect(visit, scale));
    web::Form form(visit.context().request.form);
    aspect.names = read_required_three(form, "names");
    aspect.help = read_three(form, "help");
    aspect.bands = read_ladder(form);
    if (TRY(store(visit, draft, form, "names-da")))
        return Response::redirect(scale_address(draft, scale, "?done=saved"));
    return aspect_page(visit, draft, scale, aspect, Filled(form, visit.language()));
}

// The first side takes over the steps of the scale; the next ones those of the first.
Result<Response> send_new_aspect(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    auto& scale = *TRY(asked_scale(visit, draft));
    web::Form form(visit.context().request.form);
    const auto before = scale;
    const auto ladder = scale.ladder();
    Aspect aspect{form.required_text("aspect", 60), read_required_three(form, "aspect-names"), {}, {}};
    aspect.bands.assign(ladder.begin(), ladder.end());
    if (!sound_id(aspect.id) || scale.aspect(aspect.id) != nullptr) refuse_id(form, "aspect");
    const auto here = scale_address(draft, scale, "/aspects/" + aspect.id);
    scale.aspects.push_back(std::move(aspect));
    scale.bands.clear();
    if (TRY(store(visit, draft, form, "aspect"))) return Response::redirect(here);
    return scale_page(visit, draft, before, Filled(form, visit.language()));
}

// The last side to go gives its steps back to the scale.
Result<Response> send_remove_aspect(RoundVisit& visit) {
    auto draft = TRY(asked_draft(visit));
    auto& scale = *TRY(asked_scale(visit, draft));
    const auto aspect = *TRY(asked_aspect(visit, scale));
    std::erase_if(scale.aspects, [&](const Aspect& one) { return one.id == aspect.id; });
    if (scale.aspects.empty()) scale.bands = aspect.bands;
    return store_button(visit, draft, scale_address(draft, scale));
}

} // namespace maerkbar::assessment::editor
