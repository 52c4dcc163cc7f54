#include "sources/surveys/editor/visit.hpp"
#include "sources/surveys/keeping/keeping_store.hpp"
#include "sources/surveys/keeping/routes.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::surveys::keeping {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Rule {
    std::optional<std::int64_t> months;
    std::int64_t old = 0; // answers that go with the next run
};

Result<Rule> rule_of(editor::Visit& visit, const Survey& survey) {
    return visit.services.database().read([&](storage::Connection& connection) -> Result<Rule> {
        Rule rule{TRY(read_keeping(connection, visit.viewer.tenant(), survey.id))};
        if (rule.months)
            rule.old = TRY(count_old(connection, visit.viewer.tenant(), survey.id,
                                     kept_from(visit.viewer.today, *rule.months)));
        return rule;
    });
}

Html state(const web::Language& language, const Rule& rule) {
    if (!rule.months)
        return parts::notice(parts::NoticeKind::information,
                             language("Answers are kept without end. Decide how long they are needed."));
    if (rule.old == 0) return {};
    return parts::notice(parts::NoticeKind::information,
                         language("Some answers are older than that. They are deleted within a day."));
}

Result<Response> show(editor::Visit& visit, const Survey& survey, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const auto rule = TRY(rule_of(visit, survey));
    const auto stored = rule.months ? std::to_string(*rule.months) : std::string();
    parts::Label label{"months", language("Months that answers are kept"),
                       language("1 to 120; empty keeps them without end."), errors.of("months")};
    label.optional = true;
    Html fields = parts::text_field({.label = label,
                                     .value = errors.empty() ? stored : visit.sent().text("months"),
                                     .width = parts::FieldWidth::narrow,
                                     .input_mode = "numeric"},
                                    language);
    fields << parts::button_row({parts::button(language("Save")),
                                 parts::button_link(language("Cancel"), editor::path_of(survey.id))});
    Html body = parts::error_summary(errors, language);
    body << parts::form({.action = visit.context.request.path, .csrf = visit.context.csrf_field()}, fields)
         << "<p>"_html
         << language(
                "An answer counts as old when its whole week is. Deleting cannot be undone; backups made "
                "before still hold the answers until they are removed.")
         << "</p>"_html;
    auto info = editor::info_below(visit, survey, language("How long answers are kept"));
    info.notice = state(language, rule);
    return Response::html(parts::page(info, body), errors.empty() ? 200 : 422);
}

} // namespace

Result<Response> keeping_page(Services& services, web::Context& context) {
    auto visit = TRY(editor::definer(services, context));
    return show(visit, TRY(editor::survey_in_path(visit)), {});
}

Result<Response> change_keeping(Services& services, web::Context& context) {
    auto visit = TRY(editor::definer(services, context));
    const auto survey = TRY(editor::survey_in_path(visit));
    web::Form form(visit.sent());
    const auto months = form.integer("months", fewest_months, most_months);
    if (!form.ok()) return show(visit, survey, parts::FormErrors(form.errors(), visit.language));
    TRY(services.database().write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return set_keeping(transaction, survey.id, months);
    }));
    return Response::redirect(editor::path_of(survey.id));
}

} // namespace maerkbar::surveys::keeping
