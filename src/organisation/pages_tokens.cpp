#include "organisation/pages_tokens.hpp"

#include <algorithm>

#include "organisation/api_tokens.hpp"
#include "organisation/page_support.hpp"

namespace maerkbar::organisation {
namespace {

using web::Form;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

Result<std::vector<ApiToken>> tokens_of(const Visit& visit) {
    return visit.services.database.read([&](storage::Connection& connection) {
        return list_tokens(connection, visit.viewer.tenant(), visit.viewer.scope(may::tokens_manage),
                           *visit.viewer.tree, visit.viewer.today);
    });
}

std::string state_text(const ApiToken& token, Instant now, const web::Language& language) {
    if (token.revoked) return language("Withdrawn");
    if (!token.works_at(now)) return language("Expired");
    return token.expires ? language("Works until {day}", {{"day", moment_text(*token.expires, language)}})
                         : language("Works");
}

std::string permissions_text(const ApiToken& token, const web::Language& language) {
    std::vector<std::string> names;
    for (const auto& permission : token.permissions)
        names.push_back(permission_name(permission, language));
    return language.list(names);
}

parts::Table token_table(Visit& visit, const std::vector<ApiToken>& tokens) {
    const auto& language = visit.language;
    const auto now = visit.services.database.now();
    parts::Table table{language("Keys for other systems"), false};
    table.columns = {{language("Name")},  {language("Unit")},      {language("Allowed to")},
                     {language("State")}, {language("Last used")}, action_column(language)};
    for (const auto& token : tokens)
        table.rows.push_back(
            {words(token.name), words(unit_name(visit, token.unit)), words(permissions_text(token, language)),
             words(state_text(token, now, language)),
             words(token.last_used ? moment_text(*token.last_used, language) : "–"),
             token.revoked
                 ? Html()
                 : send_button(visit, "/tokens/" + std::to_string(token.id.value) + "/revoke",
                               language("Withdraw"),
                               language("Withdraw the key? The other system loses its access at once."))});
    return table;
}

Result<Response> show_tokens(Visit& visit) {
    const auto& language = visit.language;
    const auto tokens = TRY(tokens_of(visit));
    auto info = info_of(
        visit, language("Keys for other systems"),
        language("Each system that calls Mærkbar has its own key, with no more rights than it needs."),
        {{language("Organisation"), "/organisation"}});
    info.actions = parts::button_link(language("New key"), "/tokens/new", parts::ButtonKind::primary);
    if (tokens.empty())
        return page_of(info,
                       parts::empty_state(language("No other system has a key"),
                                          language("Make a key when a system is to send or fetch data.")));
    return page_of(info, parts::table(token_table(visit, tokens)));
}

Result<FormView> view_new(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    FormView view{language("New key"),
                  language("The key is shown once, when you have made it."),
                  language("Make the key"),
                  {}};
    view.crumbs = {{language("Organisation"), "/organisation"},
                   {language("Keys for other systems"), "/tokens"}};
    view.cancel = "/tokens";
    std::vector<parts::Choice> choices;
    for (const auto permission : all_permissions())
        if (visit.viewer.access.may(permission))
            choices.push_back({std::string{permission}, permission_name(permission, language)});
    const auto unit = Form(web::Fields{{"x", filled.value("unit")}}).id<UnitId>("x");
    view.fields << parts::text_field(
                       {.label = filled.label("name", language("Name"), language("Which system uses it.")),
                        .value = filled.value("name"),
                        .width = parts::FieldWidth::medium,
                        .max_length = 200},
                       language)
                << parts::select_field(
                       {filled.label("unit", language("On this unit and everything beneath it")),
                        unit_choices(visit, visit.viewer.scope(may::tokens_manage), unit)},
                       language)
                << parts::checkbox_field(
                       {filled.label("permission", language("Allowed to")), std::move(choices)}, language)
                << parts::text_field(
                       date_field(filled.optional("expires", language("Works until and including")),
                                  filled.value("expires")),
                       language);
    return view;
}

Result<Done> send_new(Visit& visit, Form& form) {
    NewApiToken wanted{form.required_text("name"), form.required_id<UnitId>("unit"), form.all("permission")};
    if (const auto last = form.date("expires")) wanted.expires = Instant{std::chrono::days{last->days + 1}};
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may::tokens_manage, wanted.unit));
    const auto issued =
        TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
            return issue_token(transaction, wanted, visit.viewer.access, *visit.viewer.tree,
                               visit.viewer.today);
        }));
    return Done{"/tokens", issued.id.value, "token", issued.secret};
}

Result<Done> send_revoke(Visit& visit, Form&) {
    const auto id = TRY(visit.context.request.parameters.id<ApiTokenId>("token"));
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return revoke_token(transaction, id, visit.viewer.scope(may::tokens_manage), *visit.viewer.tree,
                            visit.viewer.today);
    }));
    return Done{"/tokens", id.value};
}

Result<Response> tokens_json(Visit& visit) {
    const auto tokens = TRY(tokens_of(visit));
    const auto now = visit.services.database.now();
    JsonWriter items;
    items.begin_array();
    for (const auto& token : tokens) {
        items.begin_object()
            .member("id", token.id)
            .member("name", token.name)
            .member("unit", token.unit)
            .member("works", token.works_at(now));
        items.key("permissions").begin_array();
        for (const auto& permission : token.permissions)
            items.value(permission);
        items.end_array().end_object();
    }
    items.end_array();
    return list_json(std::move(items), {1, std::max<std::int64_t>(1, std::ssize(tokens))},
                     std::ssize(tokens));
}

constexpr std::string_view schema =
    R"({"type":"object","required":["name","unit","permission"],"properties":{"name":{"type":"string"},"unit":{"type":"integer"},"permission":{"type":"array","items":{"type":"string"}},"expires":{"type":"string","format":"date"}}})";

} // namespace

std::vector<Reading> token_readings() {
    web::ApiDoc list;
    list.summary = "List the tokens of integrations, newest first";
    return {{"/tokens", may::tokens_manage, show_tokens},
            {"/api/v1/tokens", may::tokens_manage, tokens_json, std::move(list)}};
}

std::vector<Change> token_changes() {
    return {{"/tokens/new", "/api/v1/tokens", may::tokens_manage, view_new, send_new,
             "Issue a token; it is answered once", schema},
            {"/tokens/{token}/revoke", "/api/v1/tokens/{token}/revoke", may::tokens_manage, nullptr,
             send_revoke, "Withdraw a token"}};
}

} // namespace maerkbar::organisation
