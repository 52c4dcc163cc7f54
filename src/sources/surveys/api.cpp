#include "sources/surveys/api.hpp"

#include <boost/json/serialize.hpp>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "measurement/json_reading.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/definition/definition_json.hpp"
#include "sources/surveys/submission.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "web/make_route.hpp"

namespace maerkbar::surveys {

namespace {

using web::Context;
using web::Response;

constexpr std::string_view answer_schema =
    R"({"type":"object","required":["id","answers"],"properties":{"id":{"type":"string","minLength":16,"maxLength":64,"pattern":"^[A-Za-z0-9-]+$","description":"made by the client, random, kept for every retry"},"language":{"type":"string"},"code":{"type":"string","description":"one-time code, where the survey asks for one"},"answers":{"type":"object","additionalProperties":true}}})";
constexpr std::string_view receipt_schema =
    R"({"type":"object","required":["receipt","repeated"],"properties":{"receipt":{"type":"string"},"repeated":{"type":"boolean"}}})";
constexpr std::string_view survey_schema =
    R"({"type":"object","required":["version","mode","by_code","survey"],"properties":{"version":{"type":"integer"},"mode":{"enum":["anonymous","confidential","linked"]},"by_code":{"type":"boolean"},"survey":{"type":"object"}}})";

Result<Response> show(Services& services, Context& context) {
    const auto link = TRY(link_in_path(services, context));
    JsonWriter json;
    json.begin_object().member("version", link.version).member("mode", name_of(link.link.mode));
    json.member("by_code", link.link.by_code).key("survey").raw(write_survey(*link.definition)).end_object();
    return Response::json(std::move(json).text());
}

// What was sent, before anything is checked against the survey.
Result<Submission> read_submission(const web::Request& request) {
    const auto object = TRY(measurement::parse_object(request.body));
    measurement::MemberReader reader(object, "");
    Submission submission;
    submission.way = "api";
    std::string code;
    reader.text("id", submission.id);
    reader.text("language", submission.language);
    reader.text("code", code);
    const auto* answers = reader.find("answers");
    TRY(reader.finish());
    if (answers == nullptr || !answers->is_object())
        return Error{ErrorKind::invalid,
                     "submission.answers",
                     translatable("Send the answers as an object, each by the name of its question."),
                     {},
                     "answers"};
    submission.answers = TRY(read_answers(boost::json::serialize(*answers)));
    if (!code.empty()) submission.code_hash = code_hash(TRY(read_code(code, one_time_length)));
    return submission;
}

Response receipt_response(const Receipt& receipt) {
    JsonWriter json;
    json.begin_object().member("receipt", receipt.number).member("repeated", receipt.repeated).end_object();
    return Response::json(std::move(json).text(), receipt.repeated ? 200 : 201);
}

// An answer that came through before must get its receipt, even if the survey has been closed or changed
// since.
Result<std::optional<Receipt>> earlier_receipt(Services& services, const Context& context,
                                               const std::string& id) {
    return services.database().read([&](storage::Connection& connection) -> Result<std::optional<Receipt>> {
        return find_receipt(connection, TRY(tenant_of(connection, context.request)), id);
    });
}

Result<Receipt> send_to_link(Services& services, const Context& context, Submission& submission) {
    const auto link = TRY(link_in_path(services, context));
    if (submission.language.empty()) submission.language = link.definition->main_language();
    if (submission.code_hash.empty()) return submit(services.database(), link, submission);
    return guarded_code(services, context, link.tenant,
                        [&] { return submit(services.database(), link, submission); });
}

Result<Response> send(Services& services, Context& context) {
    auto submission = TRY(read_submission(context.request));
    const auto receipt = send_to_link(services, context, submission);
    if (receipt.ok()) return receipt_response(*receipt);
    if (receipt.error().kind == ErrorKind::unavailable) return receipt.error();
    if (const auto earlier = TRY(earlier_receipt(services, context, submission.id)))
        return receipt_response(*earlier);
    return receipt.error();
}

} // namespace

std::vector<web::Route> api_routes(Services& services) {
    auto read =
        web::anonymous_route(web::Method::get, "/api/v1/survey-links/{code}", web::with(services, show));
    read.doc = {.summary = "A survey that is open, to be answered", .response_schema = survey_schema};
    auto write = web::anonymous_route(web::Method::post, "/api/v1/survey-links/{code}/answers",
                                      web::with(services, send));
    write.doc = {.summary = "Send an answer; the same id again gives the first receipt",
                 .request_schema = answer_schema,
                 .response_schema = receipt_schema,
                 .success = 201};
    std::vector<web::Route> routes;
    routes.push_back(std::move(read));
    routes.push_back(std::move(write));
    return routes;
}

} // namespace maerkbar::surveys
