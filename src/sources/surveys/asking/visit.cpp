#include "sources/surveys/asking/visit.hpp"

#include <algorithm>

#include "organisation/catalogue.hpp"
#include "web/origin.hpp"

namespace maerkbar::surveys::asking {

std::string Visit::path(std::string_view tail) const {
    return editor::path_of(survey.id, "/links/" + std::to_string(link.id.value) + std::string(tail));
}

std::string Visit::address(std::string_view before) const {
    return web::origin_of(base.context.request) + std::string(before) + link.code;
}

std::string Visit::unit_name() const {
    return std::string(base.viewer.tree->name(link.unit, base.viewer.today));
}

Result<std::string> Visit::contact_point_name() const {
    if (!link.contact_point) return std::string();
    return base.services.database().read([&](storage::Connection& connection) -> Result<std::string> {
        return TRY(organisation::read_entry(connection, tenant(), link.contact_point)).name;
    });
}

std::string Visit::survey_language() const {
    const auto wanted = base.context.request.query.text("l");
    const auto& languages = definition.languages;
    for (const auto& one : {wanted, std::string(language.code())})
        if (std::ranges::find(languages, one) != languages.end()) return one;
    return std::string(definition.main_language());
}

Result<Visit> visit(editor::Visit& base) {
    auto survey = TRY(editor::survey_in_path(base));
    auto link = TRY(editor::link_in_path(base, survey));
    auto definition = TRY(base.services.database().read([&](storage::Connection& connection) {
        return read_version(connection, base.viewer.tenant(), survey.id, survey.published);
    }));
    return Visit{base, std::move(survey), std::move(link), std::move(definition), base.language};
}

web::parts::PageInfo info_below(const Visit& visit, std::string title, std::string lead) {
    auto info = editor::info_below(visit.base, visit.survey, std::move(title), std::move(lead));
    info.crumbs.push_back({"/s/" + visit.link.code, visit.path()});
    return info;
}

} // namespace maerkbar::surveys::asking
