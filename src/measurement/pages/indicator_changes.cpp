#include "base/translatable.hpp"
#include "measurement/pages/indicator_page.hpp"
#include "measurement/pages/subject.hpp"
#include "measurement/typed_duration.hpp"
#include "web/form.hpp"

// What people change on an indicator page. Mistakes are answered with a page that says what to do.
namespace maerkbar::measurement::pages {

using web::Response;

namespace {

namespace permission = organisation::permission;

struct Change {
    Visit visit;
    Subject subject;

    [[nodiscard]] Response back() const {
        return Response::redirect(indicator_address(subject.unit, subject.indicator.id));
    }
    template <typename F>
    auto write(F&& work) {
        return visit.services.organisation.database.write(visit.viewer.actor, std::forward<F>(work));
    }
};

Result<Change> begin(PageServices& services, web::Context& context, std::string_view permission) {
    auto here = TRY(visit(services, context));
    auto subject = TRY(subject_of(here));
    TRY(here.viewer.require(permission, subject.unit));
    return Change{std::move(here), std::move(subject)};
}

// What is taken away must stand on this very chart: the right to change one unit is no right to change
// another.
template <typename Id, typename Items>
Result<Id> one_of(const web::Context& context, std::string_view name, const Items& items) {
    const auto id = TRY(context.request.parameters.id<Id>(name));
    for (const auto& item : items)
        if (item.id == id) return id;
    return Error{ErrorKind::not_found, "measurement.not_on_chart",
                 translatable("It is no longer there. Load the page again.")};
}

// One end of a target. People write percent and lengths of time with their unit; stored are the share itself
// and seconds.
std::optional<double> end_in(web::Form& form, std::string_view name, NumberFormat format) {
    if (format == NumberFormat::duration) return duration_in(form, name);
    const auto number = form.number(name);
    return number && format == NumberFormat::percent ? std::optional(*number / 100) : number;
}

Result<void> first_error(const web::Form& form) {
    if (form.ok()) return {};
    return form.errors().front();
}

} // namespace

Result<Response> set_target(PageServices& services, web::Context& context) {
    auto change = TRY(begin(services, context, permission::targets_set));
    web::Form form(context.request.form);
    const auto format = change.subject.indicator.definition.format;
    const Target target{end_in(form, "low", format), end_in(form, "high", format)};
    const auto from = form.required_date("from");
    TRY(first_error(form));
    TRY(change.write([&](storage::Transaction& tx) {
        return measurement::set_target(tx, change.subject.indicator.id,
                                       {change.subject.unit, from, std::nullopt, target});
    }));
    return change.back();
}

Result<Response> end_target(PageServices& services, web::Context& context) {
    auto change = TRY(begin(services, context, permission::targets_set));
    const auto id = TRY(one_of<TargetId>(context, "target", change.subject.targets));
    TRY(change.write([&](storage::Transaction& tx) { return measurement::remove_target(tx, id); }));
    return change.back();
}

Result<Response> add_note(PageServices& services, web::Context& context) {
    auto change = TRY(begin(services, context, permission::notes_write));
    web::Form form(context.request.form);
    Note note;
    note.chart = change.subject.chart();
    note.day = form.required_date("day");
    note.text = form.required_text("text", 500);
    note.intervention = form.checked("intervention");
    TRY(first_error(form));
    TRY(change.write([&](storage::Transaction& tx) { return measurement::add_note(tx, note); }));
    return change.back();
}

Result<Response> remove_note(PageServices& services, web::Context& context) {
    auto change = TRY(begin(services, context, permission::notes_write));
    const auto id = TRY(one_of<NoteId>(context, "note", change.subject.notes));
    TRY(change.write([&](storage::Transaction& tx) { return measurement::remove_note(tx, id); }));
    return change.back();
}

Result<Response> decide(PageServices& services, web::Context& context) {
    auto change = TRY(begin(services, context, permission::targets_set));
    web::Form form(context.request.form);
    Decision decision;
    decision.chart = change.subject.chart();
    const auto kind = decision_named(form.required_text("kind"));
    const auto period = Period::parse(form.required_text("period"));
    if (!kind) form.fail("kind", "measurement.decision_kind", translatable("Choose what to decide."));
    if (!period)
        form.fail("period", "measurement.decision_period", translatable("Choose a period of the chart."));
    decision.reason = form.required_text("reason", 500);
    TRY(first_error(form));
    decision.kind = *kind;
    decision.period = *period;
    TRY(change.write([&](storage::Transaction& tx) { return measurement::decide(tx, decision); }));
    return change.back();
}

Result<Response> take_back(PageServices& services, web::Context& context) {
    auto change = TRY(begin(services, context, permission::targets_set));
    const auto id = TRY(one_of<DecisionId>(context, "decision", change.subject.decisions));
    TRY(change.write([&](storage::Transaction& tx) { return measurement::take_back(tx, id); }));
    return change.back();
}

} // namespace maerkbar::measurement::pages
