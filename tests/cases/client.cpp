#include "cases/client.hpp"

#include <fstream>
#include <sstream>

#include "cases/page.hpp"
#include "web/body_reader.hpp"
#include "web/csrf.hpp"
#include "web/url.hpp"

namespace maerkbar::cases {
namespace {

constexpr std::string_view boundary = "----a-boundary-that-no-case-contains";

Error fault(std::string reason) {
    return {ErrorKind::invalid, "case.request", "{reason}", {{"reason", std::move(reason)}}};
}

// A body and what it is.
struct Body {
    std::string type;
    std::string content;
};

Result<std::string> content_of(const Upload& upload, const std::filesystem::path& root,
                               const Variables& variables) {
    if (upload.source.empty()) return filled(upload.content, variables);
    std::ifstream file(root / upload.source, std::ios::binary);
    if (!file) return fault("there is no file " + upload.source);
    std::ostringstream content;
    content << file.rdbuf();
    return std::move(content).str();
}

void add_part(std::string& body, std::string_view disposition, std::string_view content) {
    body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; ").append(disposition);
    body.append("\r\n\r\n").append(content).append("\r\n");
}

Result<Body> multipart(const Step& step, const web::Fields& fields, const std::filesystem::path& root,
                       const Variables& variables) {
    Body body{"multipart/form-data; boundary=" + std::string(boundary), ""};
    for (const auto& [name, value] : fields)
        add_part(body.content, "name=\"" + name + "\"", value);
    for (const auto& file : step.files)
        add_part(body.content, "name=\"" + file.field + "\"; filename=\"" + file.filename + "\"",
                 TRY(content_of(file, root, variables)));
    body.content.append("--").append(boundary).append("--\r\n");
    return body;
}

Result<Body> body_of(const Step& step, const Actor& actor, const std::filesystem::path& root,
                     const Variables& variables) {
    if (step.body) return Body{"application/json", TRY(filled(*step.body, variables))};
    if (step.method == "GET") return Body{};
    web::Fields fields;
    if (step.form_token && actor.bearer.empty())
        fields.add(std::string(web::csrf_field_name), actor.form_token);
    for (const auto& [name, value] : step.fields)
        fields.add(TRY(filled(name, variables)), TRY(filled(value, variables)));
    if (!step.files.empty()) return multipart(step, fields, root, variables);
    return Body{"application/x-www-form-urlencoded", web::to_query(fields)};
}

std::string cookie_line(const Actor& actor) {
    std::string line;
    for (const auto& [name, value] : actor.cookies)
        line += (line.empty() ? "" : "; ") + name + "=" + value;
    return line;
}

Result<web::Request> head_of(const Step& step, const Actor& actor, const Body& body,
                             const Variables& variables) {
    const auto method = web::method_named(step.method);
    if (!method) return fault("there is no method " + step.method);
    const auto target = TRY(filled(step.target, variables));
    const auto question = std::min(target.find('?'), target.size());
    web::Request head;
    head.method = *method;
    head.path = target.substr(0, question);
    head.raw_query = target.substr(std::min(question + 1, target.size()));
    head.remote_address = "127.0.0.1";
    head.headers.set("Host", "maerkbar.test");
    head.headers.set("Accept-Language", "en");
    if (!actor.cookies.empty()) head.headers.set("Cookie", cookie_line(actor));
    if (!actor.bearer.empty()) head.headers.set("Authorization", "Bearer " + actor.bearer);
    if (!body.type.empty()) head.headers.set("Content-Type", body.type);
    if (step.body && step.form_token && actor.bearer.empty()) {
        head.headers.set(std::string(web::csrf_header_name), actor.form_token);
    }
    for (const auto& [name, value] : step.headers)
        head.headers.set(name, TRY(filled(value, variables)));
    return head;
}

// What a browser keeps of an answer: cookies, and the token in the forms of a page.
void remember(Actor& actor, const Answer& answer) {
    for (const auto& [name, line] : answer.headers) {
        if (!web::equal_ignoring_case(name, "Set-Cookie")) continue;
        const auto pair = line.substr(0, line.find(';'));
        const auto equals = std::min(pair.find('='), pair.size());
        actor.cookies[pair.substr(0, equals)] = pair.substr(std::min(equals + 1, pair.size()));
        if (line.find("Max-Age=0") != std::string::npos) actor.cookies.erase(pair.substr(0, equals));
    }
    if (!answer.is("text/html")) return;
    const auto page = parse_page(answer.body);
    if (!page) return;
    const auto fields = select(*page, "input[name=" + std::string(web::csrf_field_name) + "]");
    if (fields.empty()) return;
    if (const auto* token = fields.front()->attribute("value")) actor.form_token = *token;
}

} // namespace

Actor nobody() {
    const std::string token(2 * web::form_token_bytes, '0');
    return {.cookies = {{std::string(web::form_cookie), token}}, .form_token = token};
}

Result<web::Response> Client::pass(web::Request head, const std::string& body) {
    if (body.empty()) return router_.handle(std::move(head));
    const auto admission = router_.admit(head);
    if (admission.refusal) return *admission.refusal;
    auto reader = web::BodyReader::for_request(head, admission, router_.settings(), folder_);
    if (!reader) return router_.refuse(head, 400);
    if (!(*reader)->push(body)) return router_.refuse(head, 413);
    if (!(*reader)->finish(head)) return router_.refuse(head, 400);
    return router_.handle(std::move(head));
}

Result<Answer> Client::send(const Step& step, const Variables& variables) {
    const auto actor = actors_.find(step.actor);
    if (actor == actors_.end()) return fault("nobody is called " + step.actor);
    const auto body = TRY(body_of(step, actor->second, root_, variables));
    auto head = TRY(head_of(step, actor->second, body, variables));
    auto answer = TRY(answer_of(TRY(pass(std::move(head), body.content))));
    remember(actor->second, answer);
    return answer;
}

} // namespace maerkbar::cases
