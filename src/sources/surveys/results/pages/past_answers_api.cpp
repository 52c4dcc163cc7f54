#include <boost/json/serialize.hpp>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "measurement/json_reading.hpp"
#include "sources/surveys/past_answers.hpp"
#include "sources/surveys/results/pages/visit.hpp"
#include "sources/surveys/results/release_jobs.hpp"

// POST /api/v1/survey-links/{code}/past-answers: takes over answers that were given earlier, elsewhere.
namespace maerkbar::surveys::results::pages {

namespace {

namespace json = boost::json;

constexpr std::int64_t most_times = 10'000;

Error unreadable(std::string field) {
    return {ErrorKind::invalid,
            "past_answers.unreadable",
            translatable("Send {\"answers\": [{\"week\": \"2026-01-05\", \"times\": 1, \"answers\": {…}}]}."),
            {},
            std::move(field)};
}

Result<void> read_one(const json::value& value, const std::string& field, std::vector<PastAnswer>& into) {
    if (!value.is_object()) return unreadable(field);
    measurement::MemberReader reader(value.as_object(), field);
    std::string week;
    std::int64_t times = 1;
    reader.text("week", week);
    reader.whole("times", times);
    const auto* answers = reader.find("answers");
    TRY(reader.finish());
    const auto day = Date::parse_iso(week);
    if (!day || times < 1 || times > most_times || answers == nullptr) return unreadable(field);
    const PastAnswer one{*day, TRY(read_answers(json::serialize(*answers)))};
    into.insert(into.end(), static_cast<std::size_t>(times), one);
    return {};
}

Result<std::vector<PastAnswer>> read_all(const web::Request& request) {
    const auto object = TRY(measurement::parse_object(request.body));
    const auto* list = object.if_contains("answers");
    if (list == nullptr || !list->is_array()) return unreadable("answers");
    std::vector<PastAnswer> answers;
    for (std::size_t i = 0; i < list->as_array().size(); ++i)
        TRY(read_one(list->as_array()[i], "answers." + std::to_string(i), answers));
    return answers;
}

} // namespace

// Those of weeks that are over come out at once, by a job.
Result<web::Response> take_over_answers(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto code = context.request.parameters.text("code");
    const auto link = TRY(here.read(
        [&](storage::Connection& connection) { return find_link(connection, here.viewer.tenant(), code); }));
    if (!link || !here.viewer.may(may_manage, link->unit))
        return Error{ErrorKind::not_found, "link.unknown",
                     translatable("There is no survey at this address.")};
    const auto answers = TRY(read_all(context.request));
    TRY(services.surveys.database().write(here.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
        const auto survey = TRY(read_survey(tx.connection(), here.viewer.tenant(), link->survey));
        TRY(store_past_answers(tx, link->id, survey.published, answers));
        TRY(submit_release(tx, here.viewer.today));
        return {};
    }));
    if (services.measurement.jobs != nullptr) services.measurement.jobs->wake();
    JsonWriter written;
    written.begin_object().member("answers", answers.size()).end_object();
    return web::Response::json(std::move(written).text(), 201);
}

} // namespace maerkbar::surveys::results::pages
