#include "sources/import/importer.hpp"

#include "base/translatable.hpp"
#include "sources/import/import_store.hpp"

namespace maerkbar::sources {

namespace {

Error no_such_import() {
    return {ErrorKind::not_found, "import.not_found", translatable("There is no such import.")};
}

Error no_such_source(std::string_view name) {
    return {ErrorKind::invalid,
            "import.no_such_source",
            translatable("There is no data source called “{source}”."),
            {{"source", std::string(name)}},
            "source"};
}

// Why a checked file may not be imported as ordered; nothing when it may.
std::optional<Error> objection(const ImportOrder& order, const Source& source, const CheckReport& report) {
    if (!report.personal_numbers.empty())
        return Error{ErrorKind::invalid,
                     "import.personal_number",
                     translatable("The column “{column}” seems to hold personal numbers. Nothing has been "
                                  "imported. Leave the column "
                                  "out, map it as a pseudonym, or say that it holds other numbers."),
                     {{"column", report.personal_numbers.front().column}},
                     report.personal_numbers.front().column};
    if (report.good == 0)
        return Error{
            ErrorKind::invalid, "import.no_rows",
            translatable(
                "None of the file's rows can be used. Look at the errors and mend the mapping or the file.")};
    if (report.bad > 0 && order.bad_rows == BadRows::reject)
        return Error{
            ErrorKind::invalid,
            "import.bad_rows",
            translatable(
                "{bad} of {rows} rows cannot be used. Mend the file, or choose to leave those rows out."),
            {{"bad", std::to_string(report.bad)}, {"rows", std::to_string(report.rows)}}};
    if (order.mode == ImportMode::merge && !mapped_row_id(source, order.mapping))
        return Error{
            ErrorKind::invalid, "import.merge_needs_row_id",
            translatable(
                "Without a row id it cannot be seen which rows are there already. Map the row id, or replace "
                "the period.")};
    return std::nullopt;
}

} // namespace

Importer::Importer(storage::Database& database, std::vector<const FactTable*> sources, SecretKey key,
                   TreeLoader tree, std::function<Date()> today)
    : database_(database),
      sources_(std::move(sources)),
      key_(key),
      tree_(std::move(tree)),
      today_(std::move(today)) {}

const FactTable* Importer::source(std::string_view name) const {
    for (const auto* table : sources_)
        if (table->schema().name == name) return table;
    return nullptr;
}

DateLimits Importer::date_limits() const {
    constexpr int ahead = 400; // figures and plans may lie a little in the future
    return {*Date::from(1990, 1, 1), today_() + ahead};
}

Result<CachingLookup> Importer::lookup(TenantId tenant, const FactTable& table, Categories& categories) {
    return CachingLookup(table.schema(), TRY(tree_(tenant)), categories, key_);
}

Result<CheckReport> Importer::dry_run(TenantId tenant, std::string_view source,
                                      const std::filesystem::path& file, const Mapping& mapping,
                                      const RowsRead& progress) {
    const auto* table = this->source(source);
    if (!table) return no_such_source(source);
    auto opened = TRY(tables::TableFile::open(file, mapping.reading));
    if (auto faults = check_mapping(table->source(), mapping, opened); !faults.empty()) return faults.front();
    const auto stored = TRY(database_.read(
        [&](storage::Connection& connection) { return read_categories(connection, tenant, source); }));
    std::map<std::string, std::set<std::string>> known;
    for (const auto& [column, texts] : stored)
        for (const auto& [text, id] : texts)
            known[column].insert(text);
    PreviewCategories categories(std::move(known));
    auto looking = TRY(lookup(tenant, *table, categories));
    auto report = TRY(read_rows(table->source(), mapping, opened, looking, date_limits(), {}, progress));
    report.new_texts = categories.fresh();
    report.sample_texts = categories.met();
    return report;
}

Result<std::optional<ImportRecord>> Importer::find_same(TenantId tenant, std::string_view source,
                                                        std::string_view digest, const Mapping& mapping) {
    return database_.read([&](storage::Connection& connection) {
        return import_store::find_same(connection, tenant, source, digest, digest_of_text(mapping.to_json()));
    });
}

Result<ImportId> Importer::confirm(const storage::Actor& actor, const ImportOrder& order,
                                   const CheckReport& report, const Also& also) {
    const auto* table = source(order.source);
    if (!table) return no_such_source(order.source);
    if (const auto same = TRY(find_same(actor.tenant, order.source, order.file_digest, order.mapping)))
        return Error{
            ErrorKind::conflict,
            "import.same_file",
            translatable("The same file was imported before with the same mapping, as import {import}."),
            {{"import", std::to_string(same->id.value)}}};
    if (auto reason = objection(order, table->source(), report)) return *reason;
    return database_.write(actor, [&](storage::Transaction& tx) -> Result<ImportId> {
        const auto feed = TRY(import_store::keep_feed(tx, order));
        const auto id = TRY(import_store::insert(tx, order, feed, report));
        for (const auto& [column, rule] : order.mapping.personal_numbers)
            TRY(tx.audit({rule == PersonalNumberRule::not_personal ? "import.column_declared_not_personal"
                                                                   : "import.column_left_out",
                          "import", std::to_string(id.value)}));
        TRY(tx.audit({"import.confirmed", "import", std::to_string(id.value),
                      "{\"rows_good\":" + std::to_string(report.good) +
                          ",\"rows_left_out\":" + std::to_string(report.bad) + "}"}));
        if (also) TRY(also(tx, id));
        return id;
    });
}

Result<ImportId> Importer::check_and_confirm(const storage::Actor& actor, ImportOrder order) {
    order.file_digest = TRY(digest_of_file(order.file));
    return confirm(actor, order, TRY(dry_run(actor.tenant, order.source, order.file, order.mapping)));
}

Result<ImportRecord> Importer::find(TenantId tenant, ImportId import) {
    auto found = TRY(database_.read(
        [&](storage::Connection& connection) { return import_store::find(connection, tenant, import); }));
    if (!found) return no_such_import();
    return *found;
}

Result<std::vector<measurement::UnitDays>> Importer::days(TenantId tenant, ImportId import) {
    return database_.read(
        [&](storage::Connection& connection) { return import_store::days(connection, tenant, import); });
}

Result<std::vector<ImportRecord>> Importer::history(TenantId tenant, const HistoryPart& part) {
    return database_.read(
        [&](storage::Connection& connection) { return import_store::history(connection, tenant, part); });
}

Result<std::vector<RowError>> Importer::errors(TenantId tenant, ImportId import) {
    return database_.read(
        [&](storage::Connection& connection) { return import_store::errors(connection, tenant, import); });
}

Result<std::optional<Mapping>> Importer::feed_mapping(TenantId tenant, std::string_view source,
                                                      std::string_view feed) {
    return database_.read([&](storage::Connection& connection) {
        return import_store::feed_mapping(connection, tenant, source, feed);
    });
}

Result<ImportRun> Importer::load(TenantId tenant, ImportId import) {
    return database_.read([&](storage::Connection& connection) -> Result<ImportRun> {
        auto record = TRY(import_store::find(connection, tenant, import));
        if (!record) return no_such_import();
        const auto* table = source(record->source);
        if (!table) return no_such_source(record->source);
        return ImportRun{*record, table, TRY(import_store::mapping(connection, tenant, import)),
                         TRY(import_store::days(connection, tenant, import))};
    });
}

} // namespace maerkbar::sources
