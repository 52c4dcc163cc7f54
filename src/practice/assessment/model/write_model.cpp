#include "base/json_writer.hpp"
#include "practice/assessment/model/read_model.hpp"

namespace maerkbar::assessment {
namespace {

constexpr std::string_view relation_names[] = {"equal", "covers", "part_of"};

void write(JsonWriter& json, std::string_view name, const Texts& texts) {
    if (texts.empty()) return;
    json.key(name).begin_object();
    json.member("da", texts.da).member("nb", texts.nb).member("en", texts.en).end_object();
}

void write_list(JsonWriter& json, std::string_view name, const std::vector<std::string>& list) {
    json.key(name).begin_array();
    for (const auto& entry : list)
        json.value(entry);
    json.end_array();
}

void write(JsonWriter& json, std::string_view name, const std::vector<Band>& bands) {
    if (bands.empty()) return;
    json.key(name).begin_array();
    for (const auto& band : bands) {
        json.begin_object().member("from", band.from).member("to", band.to);
        write(json, "label", band.label);
        write(json, "help", band.help);
        json.end_object();
    }
    json.end_array();
}

void write(JsonWriter& json, const Scale& scale) {
    json.begin_object().member("id", scale.id);
    write(json, "names", scale.names);
    json.member("min", scale.min).member("max", scale.max).member("integer", scale.whole);
    write(json, "bands", scale.bands);
    json.key("aspects").begin_array();
    for (const auto& aspect : scale.aspects) {
        json.begin_object().member("id", aspect.id);
        write(json, "names", aspect.names);
        write(json, "help", aspect.help);
        write(json, "bands", aspect.bands);
        json.end_object();
    }
    json.end_array().end_object();
}

void write(JsonWriter& json, const RollUpRule& rule) {
    json.begin_object().member("rule", name_of(rule.rule)).member("at_most", rule.most_partials).end_object();
}

void write(JsonWriter& json, const Node& node) {
    json.begin_object().member("id", node.id);
    if (!node.parent.empty()) json.member("parent", node.parent);
    if (!node.group.empty()) json.member("group", node.group);
    json.member("weight", node.weight);
    write(json, "names", node.names);
    write(json, "purpose", node.purpose);
    write(json, "question", node.question);
    if (!node.examples.empty()) {
        json.key("examples").begin_object();
        write_list(json, "da", node.examples.da);
        write_list(json, "nb", node.examples.nb);
        write_list(json, "en", node.examples.en);
        json.end_object();
    }
    if (!node.indicators.empty()) write_list(json, "indicators", node.indicators);
    if (!node.scale.empty()) json.member("scale", node.scale);
    json.member("scored", node.scored).member("comment_required", node.comment_required);
    json.member("compact", node.compact);
    if (node.roll_up) write(json.key("roll_up"), *node.roll_up);
    json.end_object();
}

void write(JsonWriter& json, const Method& method) {
    json.begin_object().member("id", method.id);
    write(json, "names", method.names);
    json.key("scales").begin_object();
    for (const auto& [group, scale] : method.scales)
        json.member(group, scale);
    json.end_object().end_object();
}

void write(JsonWriter& json, const Mapping& mapping) {
    json.begin_object()
        .member("target", mapping.target)
        .member("from", mapping.from)
        .member("to", mapping.to);
    json.member("relation", relation_names[static_cast<std::size_t>(mapping.relation)]).end_object();
}

// Groups and prompts.
template <typename Named>
void write_named(JsonWriter& json, const Named& named) {
    json.begin_object().member("id", named.id);
    write(json, "names", named.names);
    json.end_object();
}

template <typename T, typename Write>
void write_all(JsonWriter& json, std::string_view name, const std::vector<T>& all, Write write_one) {
    json.key(name).begin_array();
    for (const auto& one : all)
        write_one(json, one);
    json.end_array();
}

void write_head(JsonWriter& json, const Model& model) {
    json.member("format", "maerkbar-model").member("format_version", 1);
    json.member("id", model.id).member("version", model.version);
    write(json, "names", model.names);
    write(json, "description", model.description);
    json.key("based_on").begin_object().member("title", model.based_on);
    write(json, "note", model.based_on_note);
    json.end_object();
}

} // namespace

std::string write_model(const Model& model) {
    const auto one = [](JsonWriter& out, const auto& thing) { write(out, thing); };
    const auto named = [](JsonWriter& out, const auto& thing) { write_named(out, thing); };
    JsonWriter json;
    json.begin_object();
    write_head(json, model);
    write_all(json, "scales", model.scales, one);
    write_all(json, "groups", model.groups, named);
    write_all(json, "methods", model.methods, one);
    json.key("roll_up").begin_object();
    write_all(json, "levels", model.levels, one);
    write(json.key("whole"), model.whole);
    json.end_object();
    write_all(json, "nodes", model.nodes, one);
    write_all(json, "mappings", model.mappings, one);
    write_all(json, "prompts", model.prompts, named);
    json.end_object();
    return std::move(json).text();
}

} // namespace maerkbar::assessment
