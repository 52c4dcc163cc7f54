#include "sources/surveys/taking_out/collect.hpp"

namespace maerkbar::surveys {

namespace {

using organisation::Viewer;

Result<std::map<std::int64_t, std::shared_ptr<const Definition>>> versions_of(storage::Connection& connection,
                                                                              Services& services,
                                                                              TenantId tenant,
                                                                              SurveyId survey) {
    std::map<std::int64_t, std::shared_ptr<const Definition>> versions;
    for (const auto& version : TRY(list_versions(connection, tenant, survey)))
        versions[version.version] =
            TRY(services.definitions.get(connection, tenant, survey, version.version));
    return versions;
}

Result<std::map<organisation::CatalogueId, std::string>> contact_points(storage::Connection& connection,
                                                                        TenantId tenant) {
    std::map<organisation::CatalogueId, std::string> names;
    for (auto& entry :
         TRY(organisation::list_entries(connection, tenant, organisation::CatalogueKind::contact_point)))
        names[entry.id] = std::move(entry.name);
    return names;
}

Result<void> add_links(storage::Connection& connection, const Viewer& viewer, SurveyId survey,
                       TableSource& source) {
    const auto points = TRY(contact_points(connection, viewer.tenant()));
    for (const auto& link : TRY(list_links(connection, viewer.tenant(), survey))) {
        if (!viewer.may(may_export, link.unit)) continue;
        const auto point = points.find(link.contact_point);
        source.links[link.id] = link;
        source.places[link.id] = {std::string(viewer.tree->name(link.unit, viewer.today)),
                                  point == points.end() ? std::string() : point->second};
    }
    return {};
}

FixedLabels fixed_labels(const web::Language& language) {
    return {language("Unit"),     language("Contact point"),       language("Week or day"),
            language("Language"), language("How it was answered"), language("Pseudonym of the respondent")};
}

} // namespace

Result<AnswerTable> collect_answers(Services& services, const Viewer& viewer, const web::Language& language,
                                    const Survey& survey) {
    TableSource source;
    source.language = language.code();
    source.today = services.today();
    std::vector<StoredAnswer> answers;
    TRY(services.database().read([&](storage::Connection& connection) -> Result<void> {
        source.versions = TRY(versions_of(connection, services, viewer.tenant(), survey.id));
        TRY(add_links(connection, viewer, survey.id, source));
        std::vector<LinkId> links;
        for (const auto& [id, link] : source.links)
            links.push_back(id);
        return read_answers_out(connection, viewer.tenant(), links,
                                [&](StoredAnswer answer) { answers.push_back(std::move(answer)); });
    }));
    return make_table(source, fixed_labels(language), answers);
}

OutCounts counts_of(const AnswerTable& table) {
    return {table.rows.size(), table.waiting, table.comments.size(), table.comments_withheld, table.fewest};
}

Result<std::int64_t> count_answers_out(storage::Connection& connection, const Viewer& viewer,
                                       SurveyId survey) {
    std::int64_t answers = 0;
    for (const auto& link : TRY(list_links(connection, viewer.tenant(), survey)))
        if (viewer.may(may_export, link.unit))
            answers += TRY(
                connection.number("select count(*) from survey_answer where tenant_id = ? and link_id = ?",
                                  {viewer.tenant(), link.id}));
    return answers;
}

} // namespace maerkbar::surveys
