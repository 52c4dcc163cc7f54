#include <algorithm>

#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// A round seen through another model: what its values say there, beside the unit's last round on that model.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Through {
    Standing standing;
    Model target;
    std::optional<Standing> there; // the unit's last agreed round on the other model before this one
};

Result<std::optional<Standing>> last_round_on(RoundVisit& visit, storage::Connection& connection,
                                              const Round& round, std::string_view model) {
    for (auto& other : TRY(list_rounds(connection, visit.tenant(), "r.state in ('improving', 'closed')")))
        if (other.model == model && other.created < round.created &&
            visit.unit_now(other) == visit.unit_now(round))
            return std::optional(TRY(read_standing(connection, visit.tenant(), std::move(other))));
    return std::optional<Standing>();
}

Result<Through> read_through(RoundVisit& visit, const Round& round) {
    const auto wanted = visit.context().request.parameters.text("model");
    return visit.read([&](storage::Connection& connection) -> Result<Through> {
        return Through{TRY(read_standing(connection, visit.tenant(), round)),
                       TRY(newest_model(connection, visit.tenant(), wanted)),
                       TRY(last_round_on(visit, connection, round, wanted))};
    });
}

// The agreed values as a value of the other model's item; those on a ladder of another length are left out.
std::optional<Mapped> value_through(const Through& through, const Node& item, const Scale& scale) {
    ItemValues values;
    for (const auto& here : through.standing.items) {
        if (here.scale == nullptr || !here.item.value) continue;
        const auto value =
            *here.scale == scale ? here.item.value : converted(*here.item.value, *here.scale, scale);
        if (value) values[here.item.item] = *value;
    }
    const auto all = mapped(through.standing.model, values, through.target.id);
    const auto found = all.find(item.id);
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

// Said only where both sides mean the same on the same scale.
Html change_cell(const Through& through, const Node& item, const Scale& scale, const Mapped& value,
                 const web::Language& language) {
    const auto* there = through.there ? through.there->find(item.id) : nullptr;
    if (there == nullptr || !there->item.value) return organisation::words("–");
    Html html = organisation::words(value_text(there->item.value, language));
    const bool same_scale = there->scale != nullptr && there->scale->id == scale.id;
    const auto change = value.inferred || !same_scale
                            ? Change::not_comparable
                            : change_between(through.there->stand(*there), {value.value, scale.id, {}});
    return html << " "_html << change_tag(change, language);
}

Html through_table(const Through& through, const web::Language& language) {
    parts::Table table{through.target.names.in(language.code()), true};
    table.columns = {{language("Item")},
                     {language("Value"), true},
                     {language("How sure")},
                     {language("Last round on that model")}};
    table.empty = language("Nothing in this round corresponds to that model on a scale that compares.");
    for (const auto* item : through.target.items()) {
        const auto* scale =
            through.target.scale_of(*item, through.there ? through.there->round.method : std::string());
        const auto value = scale == nullptr ? std::nullopt : value_through(through, *item, *scale);
        if (!value) continue;
        table.rows.push_back(
            {organisation::words(title_of(*item, language)),
             organisation::words(value_text(value->value, language)),
             organisation::words(value->inferred ? language("Inferred only") : language("The same question")),
             change_cell(through, *item, *scale, *value, language)});
    }
    return parts::table(table);
}

} // namespace

Html through_links(const Standing& standing, const std::vector<Model>& all, const web::Language& language) {
    std::vector<parts::Crumb> links;
    for (const auto& model : all)
        if (std::ranges::find(standing.model.mappings, model.id, &Mapping::target) !=
            standing.model.mappings.end())
            links.push_back(
                {model.names.in(language.code()), address_of(standing.round.id, "/profile/" + model.id)});
    if (links.empty()) return {};
    return parts::section(language("Seen through another model"), parts::link_line(links));
}

Result<Response> show_through(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto round = TRY(visit.seen_round());
    TRY(require_agreed(round));
    const auto through = TRY(read_through(visit, round));
    const auto info =
        round_info(visit, round, language("Seen through another model"),
                   language("Values of this round as values of the other model, step by step. They are "
                            "converted, and nobody has agreed on them there."));
    return organisation::page_of(info, through_table(through, language));
}

} // namespace maerkbar::assessment
