#include <boost/json/serialize.hpp>
#include <functional>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "measurement/json_reading.hpp"
#include "sources/surveys/pair_values.hpp"
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

// How the codes of a link's answers are stored; nothing where it takes none.
using PairOfCode = std::function<std::string(std::string_view code)>;

Error no_codes(std::string field) {
    return {ErrorKind::invalid,
            "past_answers.pair",
            translatable("This link takes no codes that pair answers, and a code stands for one answer."),
            {},
            std::move(field)};
}

Result<void> read_one(const json::value& value, const std::string& field, const PairOfCode& pair_of,
                      std::vector<PastAnswer>& into) {
    if (!value.is_object()) return unreadable(field);
    measurement::MemberReader reader(value.as_object(), field);
    std::string week;
    std::string code;
    std::int64_t times = 1;
    reader.text("week", week);
    reader.text("pair", code);
    reader.whole("times", times);
    Proxy proxy;
    reader.word("by", proxy.by, answerer_named);
    reader.word("view", proxy.view, view_named);
    const auto* answers = reader.find("answers");
    TRY(reader.finish());
    const auto day = Date::parse_iso(week);
    if (!day || times < 1 || times > most_times || answers == nullptr) return unreadable(field);
    PastAnswer one{*day, TRY(read_answers(json::serialize(*answers))), {}, proxy};
    if (!code.empty()) {
        if (!pair_of || times != 1) return no_codes(field + ".pair");
        one.pair = pair_of(code);
    }
    into.insert(into.end(), static_cast<std::size_t>(times), one);
    return {};
}

struct Taken {
    std::vector<PastAnswer> answers;
    bool more = false; // further ones follow, by this link or another
};

Result<Taken> read_all(const web::Request& request, const PairOfCode& pair_of) {
    const auto object = TRY(measurement::parse_object(request.body));
    const auto* more = object.if_contains("more");
    const auto* list = object.if_contains("answers");
    if (list == nullptr || !list->is_array()) return unreadable("answers");
    Taken taken{{}, more != nullptr && more->is_bool() && more->as_bool()};
    for (std::size_t i = 0; i < list->as_array().size(); ++i)
        TRY(read_one(list->as_array()[i], "answers." + std::to_string(i), pair_of, taken.answers));
    return taken;
}

PairOfCode pair_of_code(const ResultServices& services, TenantId tenant, const SurveyLink& link) {
    if (link.pairing != Pairing::token) return {};
    return [&services, key = pairing_key(tenant, link.survey)](std::string_view code) {
        return pair_of_token(services.surveys.pairing_secret, key, code);
    };
}

} // namespace

// Those of weeks that are over come out at once, by a job, unless more follow: what a week has let out is not
// changed by what comes later.
Result<web::Response> take_over_answers(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto code = context.request.parameters.text("code");
    const auto link = TRY(here.read(
        [&](storage::Connection& connection) { return find_link(connection, here.viewer.tenant(), code); }));
    if (!link || !here.viewer.may(may_manage, link->unit))
        return Error{ErrorKind::not_found, "link.unknown",
                     translatable("There is no survey at this address.")};
    const auto taken = TRY(read_all(context.request, pair_of_code(services, here.viewer.tenant(), *link)));
    TRY(services.surveys.database().write(here.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
        const auto survey = TRY(read_survey(tx.connection(), here.viewer.tenant(), link->survey));
        TRY(store_past_answers(tx, link->id, survey.published, taken.answers));
        if (!taken.more) TRY(submit_release(tx, here.viewer.today));
        return {};
    }));
    if (services.measurement.jobs != nullptr) services.measurement.jobs->wake();
    JsonWriter written;
    written.begin_object().member("answers", taken.answers.size()).end_object();
    return web::Response::json(std::move(written).text(), 201);
}

} // namespace maerkbar::surveys::results::pages
