#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "sources/figures/pages.hpp"
#include "sources/figures/publish.hpp"
#include "sources/figures/sheet_store.hpp"

// The sheet itself: a row for each period.
namespace maerkbar::sources::pages {

using namespace web::literals;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

tables::DecimalMark mark_of(const web::Language& language) {
    return language.code() == "en" ? tables::DecimalMark::point : tables::DecimalMark::comma;
}

// As few decimals as say the number; four are stored.
std::string number_text(double number, const web::Language& language) {
    auto text = language.number(number, 4);
    const auto mark = mark_of(language) == tables::DecimalMark::point ? '.' : ',';
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with(mark)) text.pop_back();
    return text;
}

// What stands in the cells: what is published, and over it what the person has kept.
Result<Typed> filled(const Visit& visit, const SheetChoice& choice) {
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Typed> {
        auto typed = TRY(read_draft(connection, draft_owner(visit.context.who()), choice));
        for (const auto& [field, number] : TRY(read_published(connection, visit.viewer.tenant(), choice)))
            typed.try_emplace(field, number_text(number, visit.language));
        return typed;
    });
}

std::string cell_name(const SheetColumn& column, Period period, const web::Language& language) {
    return language(column.label) + ", " + language.period(period);
}

parts::FormErrors named(const std::vector<Error>& errors, const SheetChoice& choice,
                        const web::Language& language) {
    parts::FormErrors shown(errors, language);
    for (const auto period : periods_of(choice))
        for (const auto& column : columns_of(choice.shape))
            shown.call(field_of(column.name, period), cell_name(column, period, language));
    return shown;
}

Html cell_field(const web::Language& language, const std::string& name, const std::string& label,
                const std::string& value, const parts::FormErrors& errors) {
    return parts::text_field(
        {.label =
             {.name = name, .text = label, .error = errors.of(name), .optional = true, .text_hidden = true},
         .value = value,
         .width = parts::FieldWidth::narrow,
         .input_mode = "decimal",
         .max_length = 40},
        language);
}

Html grid(const Visit& visit, const SheetChoice& choice, const Typed& typed,
          const parts::FormErrors& errors) {
    const auto& language = visit.language;
    parts::Table table{choice.series, false};
    table.columns.push_back({language("Period")});
    for (const auto& column : columns_of(choice.shape))
        table.columns.push_back({language(column.label)});
    for (const auto period : periods_of(choice)) {
        std::vector<Html> cells{organisation::words(language.period(period))};
        for (const auto& column : columns_of(choice.shape)) {
            const auto field = field_of(column.name, period);
            const auto value = typed.find(field);
            cells.push_back(cell_field(language, field, cell_name(column, period, language),
                                       value == typed.end() ? "" : value->second, errors));
        }
        table.rows.push_back(std::move(cells));
    }
    return parts::table(table);
}

Response sheet_page(Visit& visit, const SheetChoice& choice, const Typed& typed,
                    const std::vector<Error>& errors) {
    const auto& language = visit.language;
    const auto shown = named(errors, choice, language);
    auto info = organisation::info_of(
        visit, choice.series,
        language("{unit}. Empty cells stay unknown; a figure you change replaces the published one.",
                 {{"unit", organisation::unit_name(visit, choice.unit)}}),
        {{language("Figures by hand"), "/figures"}});
    if (visit.context.request.query.text("done") == "kept")
        info.notice = parts::notice(parts::NoticeKind::success,
                                    language("Kept. Nobody else sees it until you publish."));
    Html fields;
    fields << grid(visit, choice, typed, shown)
           << parts::button_row(
                  {parts::button(language("Publish"), parts::ButtonKind::primary, "do", "publish"),
                   parts::button(language("Keep as a draft"), parts::ButtonKind::secondary, "do", "keep"),
                   parts::button_link(language("Back"), "/figures")});
    Html body;
    body << "<div class=\"stack\">"_html << parts::error_summary(shown, language)
         << parts::form({.action = address_of(choice), .csrf = visit.context.csrf_field()}, fields)
         << "</div>"_html;
    auto response = organisation::page_of(info, body);
    if (!errors.empty()) response.status = 422;
    return response;
}

} // namespace

Result<Response> sheet(FiguresServices& services, web::Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    web::Form query(context.request.query);
    const auto choice = TRY(choice_in(viewer, query));
    if (!query.ok()) return choose_sheet(services, context, query.errors());
    Visit visit{services.organisation, context, viewer};
    return sheet_page(visit, choice, TRY(filled(visit, choice)), {});
}

Result<Response> send_sheet(FiguresServices& services, web::Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    web::Form query(context.request.query);
    const auto choice = TRY(choice_in(viewer, query));
    if (!query.ok()) return choose_sheet(services, context, query.errors());
    web::Form form(context.request.form);
    const auto typed = read_typed(form, choice);
    if (form.typed("do") == "keep") {
        TRY(services.organisation.database.write(viewer.actor, [&](storage::Transaction& tx) {
            return keep_draft(tx, draft_owner(context.who()), choice, typed);
        }));
        return Response::redirect(address_of(choice) + "&done=kept");
    }
    const auto numbers = read_numbers(form, choice, mark_of(context.language));
    if (form.ok()) {
        const auto import = publish_sheet(services, {viewer, draft_owner(context.who())}, choice, numbers);
        if (import.ok()) return Response::redirect("/figures?done=published");
        form.fail(import.error());
    }
    Visit visit{services.organisation, context, viewer};
    return sheet_page(visit, choice, typed, form.errors());
}

} // namespace maerkbar::sources::pages
