#include "base/translatable.hpp"
#include "comments/mask_words.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/permission.hpp"
#include "tables/table_writer.hpp"

namespace maerkbar::feedback {

using organisation::Visit;
using web::Response;

namespace {

constexpr std::int64_t most_rows = 50'000;

std::vector<tables::Column> file_columns(const web::Language& language) {
    using tables::ColumnType;
    return {{language("Number"), ColumnType::number, 0},
            {language("Kind")},
            {language("Received"), ColumnType::date},
            {language("Unit")},
            {language("Service")},
            {language("Contact point")},
            {language("Came by")},
            {language("What the citizen said")},
            {language("Answer due"), ColumnType::date},
            {language("Responsible")},
            {language("State")},
            {language("Answered"), ColumnType::date},
            {language("Answered in time")},
            {language("Outcome")},
            {language("What was done")}};
}

using Names = std::map<CatalogueId, std::string>;

Result<Names> listed_names(Visit& visit) {
    return visit.services.database.read([&](storage::Connection& connection) -> Result<Names> {
        Names names;
        for (const auto kind : organisation::catalogue_kinds)
            for (const auto& listed :
                 TRY(organisation::list_entries(connection, visit.viewer.tenant(), kind)))
                names[listed.id] = listed.name;
        return names;
    });
}

tables::Cell day_cell(const std::optional<Date>& day) {
    return day ? tables::Cell(*day) : tables::Cell();
}

std::string in_time_text(const Entry& entry, Date today, const web::Language& language) {
    const auto in_time = entry.in_time(today);
    return !in_time ? "" : *in_time ? language("yes") : language("no");
}

Result<void> write_row(tables::TableWriter& writer, const Visit& visit, const Names& names,
                       const Entry& entry) {
    const auto& language = visit.language;
    const auto& place = entry.fields.place;
    const auto named = [&](CatalogueId id) {
        const auto found = names.find(id);
        return found == names.end() ? std::string() : found->second;
    };
    const std::string texts[] = {
        kind_text(entry.fields.kind, language),
        organisation::unit_name(visit, place.unit),
        named(place.service),
        named(place.contact_point),
        entry.from_citizen ? language("the citizens' page") : named(place.channel),
        status_text(entry, language),
        in_time_text(entry, visit.viewer.today, language),
        entry.outcome ? outcome_text(entry.fields.kind, *entry.outcome, language) : std::string(),
        comments::masks_in_words(entry.fields.text, language)};
    const tables::Cell cells[] = {static_cast<double>(entry.id.value),
                                  std::string_view(texts[0]),
                                  entry.fields.received_on,
                                  std::string_view(texts[1]),
                                  std::string_view(texts[2]),
                                  std::string_view(texts[3]),
                                  std::string_view(texts[4]),
                                  std::string_view(texts[8]),
                                  day_cell(entry.due_on),
                                  std::string_view(entry.responsible_name),
                                  std::string_view(texts[5]),
                                  day_cell(entry.answered_on),
                                  std::string_view(texts[6]),
                                  std::string_view(texts[7]),
                                  std::string_view(entry.done)};
    return writer.row(cells);
}

} // namespace

// The whole register of the viewer's units. Who took it out stands in the audit trail.
Result<Response> take_out(Visit& visit) {
    auto query = query_of(visit, may_handle);
    query.which = Which::all;
    query.most = most_rows;
    const auto entries = TRY(entries_of(visit, query));
    const auto names = TRY(listed_names(visit));
    std::string bytes;
    const auto writer = tables::make_csv_writer(tables::append_to(bytes), file_columns(visit.language),
                                                tables::CsvStyle::excel);
    for (const auto& entry : entries)
        TRY(write_row(*writer, visit, names, entry));
    TRY(writer->finish());
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return transaction.audit({"feedback.taken_out", "feedback_rules",
                                  std::to_string(visit.viewer.tenant().value),
                                  "{\"entries\":" + std::to_string(entries.size()) + "}"});
    }));
    return Response::download(visit.language("Praise and complaints") + ".csv", "text/csv; charset=utf-8",
                              std::move(bytes));
}

void write_members(JsonWriter& json, const Entry& entry, Date today) {
    const auto& fields = entry.fields;
    json.member("id", entry.id).member("kind", name_of(fields.kind));
    json.member("received_on", fields.received_on).member("unit", fields.place.unit);
    json.member("service", fields.place.service).member("channel", fields.place.channel);
    json.member("contact_point", fields.place.contact_point);
    json.member("answer_wanted", fields.answer_wanted).member("due_on", entry.due_on);
    json.member("responsible", fields.responsible).member("status", name_of(entry.status()));
    json.key("outcome");
    if (entry.outcome)
        json.value(name_of(*entry.outcome));
    else
        json.raw("null");
    json.member("answered_on", entry.answered_on).member("in_time", entry.in_time(today));
    json.member("from_citizen", entry.from_citizen).member("citizen_waits", entry.citizen_waits);
    json.member("version", entry.version);
}

// Without texts: those are read one by one, which is noted.
Result<Response> list_json(Visit& visit) {
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& entry : TRY(entries_of(visit, query_of(visit, may_write)))) {
        write_members(json.begin_object(), entry, visit.viewer.today);
        json.end_object();
    }
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

} // namespace maerkbar::feedback
