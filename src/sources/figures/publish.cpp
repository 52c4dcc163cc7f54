#include "sources/figures/publish.hpp"

#include <algorithm>
#include <fstream>

#include "base/translatable.hpp"
#include "sources/figures/sheet_store.hpp"

namespace maerkbar::sources {

namespace {

namespace fs = std::filesystem;

Mapping mapping_of(SheetShape shape) {
    Mapping mapping;
    for (const std::string name : {"when", "unit", "series", "row_id"})
        mapping.fields[name] = {.column = name};
    for (const auto& column : columns_of(shape))
        mapping.fields[std::string(column.name)] = {.column = std::string(column.name)};
    mapping.reading.separator = ',';
    mapping.reading.decimal_mark = tables::DecimalMark::point;
    mapping.reading.date_order = tables::DateOrder::year_month_day;
    return mapping;
}

// The text by which the importer finds this unit, its code or its name.
Result<std::string> unit_text(const organisation::UnitTree& tree, UnitId unit, Date day) {
    const auto* found = tree.find(unit);
    for (const auto kind : organisation::code_kinds)
        if (const auto code = found->code(kind); !code.empty() && tree.find_by_code(code, day) == unit)
            return std::string(code);
    const auto name = tree.name(unit, day);
    if (tree.find_by_name(name, day) == unit && !tree.find_by_code(name, day)) return std::string(name);
    return Error{
        ErrorKind::invalid,
        "figures.unit_ambiguous",
        translatable("Several units are called {unit}. Give this one a code, then its figures can be "
                     "told apart."),
        {{"unit", std::string(name)}}};
}

Result<void> check_open(const organisation::UnitTree& tree, UnitId unit, const std::vector<Period>& periods) {
    for (const auto period : periods)
        if (!tree.open(unit, period.first))
            return Error{ErrorKind::invalid,
                         "figures.unit_closed",
                         translatable("The unit is not open on {day}. Choose only periods in which it is."),
                         {{"day", period.first.iso()}}};
    return {};
}

Result<ImportId> check_and_confirm(ImportServices& services, const storage::Actor& actor,
                                   const ImportOrder& order, const Draft& upload) {
    const auto report = TRY(services.importer.dry_run(actor.tenant, order.source, order.file, order.mapping));
    return services.queue.confirm(actor, order, report, upload);
}

// Confirms the text as a file of the importer and queues it.
Result<ImportId> import_text(ImportServices& services, const storage::Actor& actor, ImportOrder order,
                             const std::string& csv) {
    Draft upload;
    upload.source = order.source;
    upload.feed = order.feed;
    upload.file_name = order.file_name;
    upload.file_digest = digest_of_text(csv);
    upload.mapping = order.mapping;
    upload.person = actor.person;
    const auto file = fs::temp_directory_path() / ("maerkbar-" + upload.file_digest + ".csv");
    std::ofstream(file, std::ios::binary) << csv;
    const auto id = TRY(services.drafts.create(actor, upload, file));
    upload = TRY(services.drafts.find(actor.tenant, id));
    order.file = services.drafts.path_of(upload.stored_name);
    order.file_digest = upload.file_digest;
    const auto import = check_and_confirm(services, actor, order, upload);
    if (!import.ok()) TRY(services.drafts.remove(actor, upload));
    return import;
}

Result<bool> within_reach(FiguresServices& services, const organisation::Viewer& viewer, ImportId import) {
    const auto days = TRY(services.imports.importer.days(viewer.tenant(), import));
    return std::ranges::all_of(days, [&](const measurement::UnitDays& span) {
        return viewer.may(organisation::permission::figures_enter, span.unit);
    });
}

bool is_typed(const ImportRecord& record) {
    return record.source == "figures" && record.feed_name == typed_feed;
}

} // namespace

Result<SheetChoice> choice_in(const organisation::Viewer& viewer, web::Form& query) {
    auto choice = read_choice(query);
    if (query.ok()) TRY(viewer.require(organisation::permission::figures_enter, choice.unit));
    return choice;
}

Result<ImportId> publish_sheet(FiguresServices& services, const Typist& typist, const SheetChoice& choice,
                               const Numbers& numbers) {
    const auto& viewer = typist.viewer;
    auto& database = services.organisation.database;
    const auto published = TRY(database.read([&](storage::Connection& connection) {
        return read_published(connection, viewer.tenant(), choice);
    }));
    auto changed = changed_periods(choice, numbers, published);
    if (changed.empty())
        return Error{ErrorKind::invalid, "figures.unchanged",
                     translatable("No figure differs from what is published already.")};
    TRY(check_open(*viewer.tree, choice.unit, changed));
    auto unit = TRY(unit_text(*viewer.tree, choice.unit, changed.front().first));
    const auto moment = std::to_string(database.now().time_since_epoch().count());
    const auto csv = csv_of(choice, numbers, {std::move(changed), std::move(unit), moment});
    ImportOrder order;
    order.source = "figures";
    order.feed = typed_feed;
    order.file_name = choice.series + ".csv";
    order.mapping = mapping_of(choice.shape);
    order.mode = ImportMode::merge;
    const auto import = TRY(import_text(services.imports, viewer.actor, std::move(order), csv));
    TRY(database.write(viewer.actor,
                       [&](storage::Transaction& tx) { return drop_draft(tx, typist.owner, choice); }));
    return import;
}

Result<std::vector<ImportRecord>> published_sheets(FiguresServices& services,
                                                   const organisation::Viewer& viewer) {
    constexpr std::int64_t looked_at = 200;
    constexpr std::size_t shown = 10;
    std::vector<ImportRecord> sheets;
    for (auto& record : TRY(services.imports.importer.history(viewer.tenant(), {typed_feed, 0, looked_at})))
        if (sheets.size() < shown && is_typed(record) && TRY(within_reach(services, viewer, record.id)))
            sheets.push_back(std::move(record));
    return sheets;
}

Result<void> undo_sheet(FiguresServices& services, const organisation::Viewer& viewer, ImportId import) {
    const auto record = TRY(services.imports.importer.find(viewer.tenant(), import));
    if (!is_typed(record) || !TRY(within_reach(services, viewer, import)))
        return Error{ErrorKind::not_found, "figures.not_typed",
                     translatable("These figures were not typed by hand, or lie where you may not type.")};
    return services.imports.queue.undo(viewer.actor, import);
}

} // namespace maerkbar::sources
