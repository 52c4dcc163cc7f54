#include "organisation/api_units.hpp"

#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::organisation {
namespace {

using web::Response;
namespace may = permission;

void write_validity(JsonWriter& json, const Validity& valid) {
    json.member("from", valid.has_start() ? std::optional{valid.from} : std::nullopt);
    json.member("to", valid.has_end() ? std::optional{valid.last()} : std::nullopt);
}

void write_unit(JsonWriter& json, const Unit& unit, Date day) {
    json.begin_object().member("id", unit.id).member("name", unit.name(day)).member("level", unit.level);
    json.member("parent", unit.parent(day)).member("successor", unit.successor);
    write_validity(json, unit.valid);
    json.key("codes").begin_object();
    for (const auto& code : unit.codes)
        json.member(name_of(code.kind), code.value);
    json.end_object().key("names").begin_array();
    for (const auto& span : unit.names) {
        json.begin_object().member("name", span.name);
        write_validity(json, span.valid);
        json.end_object();
    }
    json.end_array().key("parents").begin_array();
    for (const auto& span : unit.parents) {
        json.begin_object().member("parent", span.parent);
        write_validity(json, span.valid);
        json.end_object();
    }
    json.end_array().end_object();
}

Result<Response> list_units(Visit& visit) {
    const auto& query = visit.context.request.query;
    const auto pagination = TRY(web::Pagination::from(query));
    const auto day = web::Form(query).date("day").value_or(visit.viewer.today);
    const auto scope =
        visit.viewer.scope(may::measurement_read).units(*visit.viewer.tree, visit.viewer.today);
    JsonWriter items;
    items.begin_array();
    const auto end = std::min(pagination.offset() + pagination.size, static_cast<std::int64_t>(scope.size()));
    for (auto i = pagination.offset(); i < end; ++i)
        write_unit(items, *visit.viewer.tree->find(scope[static_cast<std::size_t>(i)]), day);
    items.end_array();
    return list_json(std::move(items), pagination, std::ssize(scope));
}

Result<Response> one_unit(Visit& visit) {
    JsonWriter json;
    write_unit(json, *TRY(visible_unit(visit)), visit.viewer.today);
    return Response::json(std::move(json).text());
}

Result<Response> list_levels(Visit& visit) {
    const auto levels = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return read_levels(connection, visit.viewer.tenant()); }));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& level : levels)
        json.begin_object()
            .member("id", level.id)
            .member("code", level.code)
            .member("name", level.name)
            .end_object();
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

} // namespace

Result<const Unit*> visible_unit(const Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<UnitId>("unit"));
    const auto* unit = visit.viewer.tree->find(id);
    if (unit == nullptr || !visit.viewer.may(may::measurement_read, id))
        return Error{ErrorKind::not_found, "organisation.unknown_unit",
                     translatable("There is no such unit.")};
    return unit;
}

std::vector<Reading> unit_api_readings() {
    constexpr std::string_view unit_schema =
        R"({"type":"object","required":["id","name"],"properties":{"id":{"type":"integer"},"name":{"type":"string"},"level":{"type":"integer"},"parent":{"type":["integer","null"]},"successor":{"type":["integer","null"]},"from":{"type":["string","null"],"format":"date"},"to":{"type":["string","null"],"format":"date"},"codes":{"type":"object"},"names":{"type":"array"},"parents":{"type":"array"}}})";
    web::ApiDoc list;
    list.summary = "List the units in reach, as organised on a day";
    list.query = {
        {"day", "Day of names and parents; today if absent", R"({"type":"string","format":"date"})"},
        {"page", "Page number from 1", R"({"type":"integer","minimum":1})"},
        {"size", "Units a page", R"({"type":"integer","minimum":1,"maximum":500})"}};
    list.response_schema =
        R"({"type":"object","properties":{"items":{"type":"array","items":{"type":"object"}},"page":{"type":"integer"},"pages":{"type":"integer"},"total":{"type":"integer"}}})";
    web::ApiDoc one;
    one.summary = "One unit with its history; days in `to` are included";
    one.response_schema = unit_schema;
    web::ApiDoc levels;
    levels.summary = "List the levels of the tree, from the top";
    return {{"/api/v1/units", may::measurement_read, list_units, std::move(list)},
            {"/api/v1/units/{unit}", may::measurement_read, one_unit, std::move(one)},
            {"/api/v1/unit-levels", may::measurement_read, list_levels, std::move(levels)}};
}

} // namespace maerkbar::organisation
