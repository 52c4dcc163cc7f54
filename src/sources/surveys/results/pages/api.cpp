#include "base/json_writer.hpp"
#include "sources/surveys/results/pages/visit.hpp"

// GET /api/v1/surveys/{survey}/results: what was released, as JSON, by the same rules as the pages.
namespace maerkbar::surveys::results::pages {

namespace {

constexpr std::int64_t few_answers_for_pairs = 10; // as on the page

std::optional<CatalogueId> if_any(CatalogueId id) {
    return id ? std::optional(id) : std::nullopt;
}

void write_distribution(JsonWriter& json, const CountedQuestion& question, const Counts& counts) {
    json.key("distribution").begin_object();
    for (std::size_t i = 0; i < question.values.size() && i < counts.values.size(); ++i)
        json.member(question.values[i], counts.values[i]);
    json.end_object().key("missing").begin_object();
    for (std::size_t i = 0; i < counts.missing.size(); ++i)
        json.member(name_of(static_cast<Missing>(i + 1)), counts.missing[i]);
    json.end_object();
}

void write_release(JsonWriter& json, const Definition& definition, const Release& release) {
    const auto& [group, question, figures] = release;
    const auto counted = counted_question(definition, question);
    const bool pair = counted && counted->kind == CountedKind::pair;
    json.begin_object()
        .member("question", question)
        .member("contact_point", if_any(group.contact_point))
        .member("customer_type", if_any(group.customer_type))
        .member("kind", name_of(group.kind))
        .member("first", group.first)
        .member("last", group.last)
        .member("shown", disclosure::code(figures.showing));
    if (figures.count.exactly) json.member("answers", *figures.count.exactly);
    if (figures.count.below) json.member("fewer_than", *figures.count.below);
    if (const auto mean = figures.mean()) json.member("mean", *mean);
    if (figures.favourable) json.member("favourable", *figures.favourable);
    if (figures.distribution && counted && (!pair || figures.answers >= few_answers_for_pairs))
        write_distribution(json, *counted, *figures.distribution);
    json.end_object();
}

} // namespace

Result<web::Response> results_api(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    ReleaseQuestion asked{subject.survey.id, subject.unit};
    asked.view = named_view(context.request.query.text("view")).value_or(View::self);
    const auto releases = TRY(here.read([&](storage::Connection& connection) {
        return read_releases(connection, here.viewer.tenant(), asked);
    }));
    JsonWriter json;
    json.begin_object().member("survey", subject.survey.id).member("unit", subject.unit);
    json.member("view", name_of(asked.view));
    json.key("items").begin_array();
    for (const auto& release : releases)
        write_release(json, subject.definition, release);
    json.end_array().end_object();
    return web::Response::json(std::move(json).text());
}

} // namespace maerkbar::surveys::results::pages
