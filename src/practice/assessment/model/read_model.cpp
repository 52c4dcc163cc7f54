#include "practice/assessment/model/read_model.hpp"

#include <boost/json/parse.hpp>

#include "practice/assessment/model/members.hpp"

namespace maerkbar::assessment {
namespace {

Error not_a_model() {
    return {ErrorKind::invalid,
            "assessment.not_a_model",
            "This is not a model file. It must be JSON with \"format\": \"maerkbar-model\" and "
            "\"format_version\": 1.",
            {},
            "file"};
}

void read_bands(Members& in, std::vector<Band>& into) {
    in.list("bands", [&](Members& at) {
        Band band;
        at.number("from", band.from);
        at.number("to", band.to);
        at.texts("label", band.label);
        at.texts("help", band.help);
        into.push_back(std::move(band));
    });
}

void read_scale(Members& in, Scale& scale) {
    in.required_text("id", scale.id);
    in.texts("names", scale.names);
    in.number("min", scale.min);
    in.number("max", scale.max);
    in.truth("integer", scale.whole);
    read_bands(in, scale.bands);
    in.list("aspects", [&](Members& at) {
        Aspect aspect;
        at.required_text("id", aspect.id);
        at.texts("names", aspect.names);
        at.texts("help", aspect.help);
        read_bands(at, aspect.bands);
        scale.aspects.push_back(std::move(aspect));
    });
}

RollUpRule read_rule(Members& in) {
    RollUpRule rule;
    std::string name(name_of(rule.rule));
    in.text("rule", name);
    const auto found = rule_named(name);
    if (!found)
        in.fail("rule", "assessment.json_rule", "At {place}: “{value}” is no rule for adding up.", name);
    rule.rule = found.value_or(Rule::mean);
    in.whole("at_most", rule.most_partials);
    return rule;
}

void read_node(Members& in, Node& node) {
    in.required_text("id", node.id);
    in.text("parent", node.parent);
    in.text("group", node.group);
    in.number("weight", node.weight);
    in.texts("names", node.names);
    in.texts("purpose", node.purpose);
    in.texts("question", node.question);
    in.lists("examples", node.examples);
    in.list_of_texts("indicators", node.indicators);
    in.text("scale", node.scale);
    in.truth("scored", node.scored);
    in.truth("comment_required", node.comment_required);
    in.truth("compact", node.compact);
    in.object("roll_up", [&](Members& at) { node.roll_up = read_rule(at); });
}

void read_mapping(Members& in, Mapping& mapping) {
    in.required_text("target", mapping.target);
    in.required_text("from", mapping.from);
    in.required_text("to", mapping.to);
    std::string relation = "equal";
    in.text("relation", relation);
    if (relation == "covers")
        mapping.relation = Relation::covers;
    else if (relation == "part_of")
        mapping.relation = Relation::part_of;
    else if (relation != "equal")
        in.fail("relation", "assessment.json_relation", "At {place}: write equal, covers or part_of.");
}

void read_methods(Members& in, Model& model) {
    in.list("methods", [&](Members& at) {
        Method method;
        at.required_text("id", method.id);
        at.texts("names", method.names);
        at.each_text("scales", [&](std::string_view group, std::string scale) {
            method.scales[std::string(group)] = std::move(scale);
        });
        model.methods.push_back(std::move(method));
    });
    if (!model.methods.empty() || !in.has("default_scales")) return;
    Method usual{"usual", {"Som modellen", "Som modellen", "As the model"}, {}};
    in.each_text("default_scales", [&](std::string_view group, std::string scale) {
        usual.scales[std::string(group)] = std::move(scale);
    });
    model.methods.push_back(std::move(usual));
}

void read_roll_up(Members& in, Model& model) {
    in.object("roll_up", [&](Members& at) {
        at.list("levels", [&](Members& level) { model.levels.push_back(read_rule(level)); });
        at.object("whole", [&](Members& whole) { model.whole = read_rule(whole); });
    });
}

void read_lists(Members& in, Model& model) {
    in.list("scales", [&](Members& at) { read_scale(at, model.scales.emplace_back()); });
    in.list("groups", [&](Members& at) {
        auto& group = model.groups.emplace_back();
        at.required_text("id", group.id);
        at.texts("names", group.names);
    });
    in.list("nodes", [&](Members& at) { read_node(at, model.nodes.emplace_back()); });
    in.list("mappings", [&](Members& at) { read_mapping(at, model.mappings.emplace_back()); });
    in.list("prompts", [&](Members& at) {
        auto& prompt = model.prompts.emplace_back();
        at.required_text("id", prompt.id);
        at.texts("names", prompt.names);
    });
}

} // namespace

Result<Model> read_draft(std::string_view json) {
    if (json.size() > largest_model)
        return Error{ErrorKind::too_large,
                     "assessment.model_large",
                     "The file is too large for a model; at most 2 MB are taken.",
                     {},
                     "file"};
    boost::system::error_code problem;
    const auto document = boost::json::parse(json, problem);
    if (problem || !document.is_object()) return not_a_model();
    Fault fault;
    Members in(document.get_object(), {}, fault);
    std::string format;
    int format_version = 0;
    in.text("format", format);
    in.whole("format_version", format_version);
    if (format != "maerkbar-model" || format_version != 1) return not_a_model();
    Model model;
    in.required_text("id", model.id, 60);
    in.required_text("version", model.version, 40);
    in.texts("names", model.names);
    in.texts("description", model.description);
    in.object("based_on", [&](Members& at) {
        at.text("title", model.based_on);
        at.texts("note", model.based_on_note);
    });
    read_lists(in, model);
    read_methods(in, model);
    read_roll_up(in, model);
    if (fault.error()) return *fault.error();
    TRY(check_draft(model));
    return model;
}

Result<Model> read_model(std::string_view json) {
    auto model = TRY(read_draft(json));
    TRY(check_model(model));
    return model;
}

} // namespace maerkbar::assessment
