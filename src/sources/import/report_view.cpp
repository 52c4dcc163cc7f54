#include "sources/import/report_view.hpp"

#include "measurement/fact_text.hpp"
#include "tables/personal_number.hpp"
#include "tables/table_writer.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::sources {

using namespace web::literals;
using web::Html;
using web::Language;

namespace {

Html text_cell(std::string_view text) {
    Html html;
    html << text;
    return html;
}

std::string category_text(const CheckReport& report, const std::string& column, std::int64_t id) {
    const auto texts = report.sample_texts.find(column);
    if (texts == report.sample_texts.end() || id < 1) return "";
    const auto index = static_cast<std::size_t>(id - 1);
    return index < texts->second.size() ? texts->second[index] : "";
}

// The first texts with commas between them.
std::string listed(const std::set<std::string>& texts) {
    constexpr int most = 12;
    std::string list;
    int count = 0;
    for (const auto& text : texts) {
        if (++count > most) return list + " …";
        list += (list.empty() ? "" : ", ") + tables::mask_personal_numbers(text);
    }
    return list;
}

// A stored value as people read it.
std::string value_text(const CheckReport& report, const measurement::Column& column, std::int64_t value,
                       const Language& language) {
    if (column.type != measurement::ColumnType::category)
        return measurement::fact_text(language, column.type, value);
    return value == measurement::missing ? "" : category_text(report, column.name, value);
}

} // namespace

std::string report_sentence(const CheckReport& report, const Language& language) {
    const auto good = static_cast<std::int64_t>(report.good);
    const auto bad = static_cast<std::int64_t>(report.bad);
    if (bad == 0)
        return language.plural("{count} row can be imported.", "All {count} rows can be imported.", good);
    return language.plural("{count} row can be imported, {bad} cannot.",
                           "{count} rows can be imported, {bad} cannot.", good,
                           {{"bad", language.integer(bad)}});
}

Html sample_table(const Source& source, const CheckReport& report, const organisation::UnitTree& tree,
                  const Language& language) {
    web::parts::Table table{language("The first rows as they will be stored"), true};
    table.columns = {{language("Line"), true}, {language("Date")}, {language("Unit")}};
    for (const auto& column : source.schema.columns)
        if (!column.derived) {
            table.columns.push_back({language(column.label)});
            table.columns.back().if_filled = true;
        }
    for (const auto& fact : report.sample) {
        std::vector<Html> cells = {text_cell(language.integer(static_cast<std::int64_t>(fact.line))),
                                   text_cell(language.date(fact.day)),
                                   text_cell(tree.name(fact.unit, fact.day))};
        for (std::size_t i = 0; i < source.schema.columns.size(); ++i)
            if (!source.schema.columns[i].derived)
                cells.push_back(
                    text_cell(value_text(report, source.schema.columns[i], fact.values[i], language)));
        table.rows.push_back(std::move(cells));
    }
    return web::parts::table(table);
}

Html new_values(const Source& source, const CheckReport& report, const Language& language) {
    Html items;
    for (const auto& column : source.schema.columns)
        if (const auto found = report.new_texts.find(column.name); found != report.new_texts.end())
            items << "<li>"_html
                  << language.plural("{count} new value for {column}: {values}",
                                     "{count} new values for {column}: {values}",
                                     static_cast<std::int64_t>(found->second.size()),
                                     {{"column", language(column.label)}, {"values", listed(found->second)}})
                  << "</li>"_html;
    if (items.empty()) return items;
    return web::parts::notice(
        web::parts::NoticeKind::information,
        language(
            "Some values have not been used before. Check the spelling: a misspelt value is counted apart."),
        Html() << "<ul>"_html << items << "</ul>"_html);
}

Html error_table(std::span<const RowError> errors, std::size_t most, const Language& language) {
    web::parts::Table table{language("Rows that cannot be used"), true};
    table.columns = {{language("Line"), true}, {language("Column")}, {language("What is wrong")}};
    for (const auto& row : errors.first(std::min(most, errors.size())))
        table.rows.push_back({text_cell(language.integer(static_cast<std::int64_t>(row.line))),
                              text_cell(row.column), text_cell(language.error(row.error))});
    return web::parts::table(table);
}

Result<std::string> errors_csv(std::span<const RowError> errors, const Language& language) {
    std::string text;
    auto writer = tables::make_csv_writer(tables::append_to(text),
                                          {{language("Line"), tables::ColumnType::number, 0},
                                           {language("Column")},
                                           {language("What is wrong")},
                                           {language("Code")}},
                                          tables::CsvStyle::excel);
    for (const auto& row : errors) {
        const auto sentence = language.error(row.error);
        const tables::Cell cells[] = {static_cast<double>(row.line), std::string_view(row.column),
                                      std::string_view(sentence), std::string_view(row.error.code)};
        TRY(writer->row(cells));
    }
    TRY(writer->finish());
    return text;
}

Html detection_facts(const tables::TableFile& file, const Language& language) {
    const auto& found = file.detection();
    std::vector<web::parts::Fact> facts;
    const auto add = [&](std::string name, std::string_view value) {
        facts.push_back({std::move(name), text_cell(value)});
    };
    add(language("Kind of file"), found.kind == tables::FileKind::csv ? language("Text with separators (CSV)")
                                                                      : language("Spreadsheet (XLSX)"));
    if (found.kind == tables::FileKind::csv) {
        add(language("Characters"), tables::name_of(found.encoding));
        add(language("Separator"),
            found.separator == '\t' ? language("tab") : std::string(1, found.separator));
    } else {
        add(language("Sheet"), found.sheet);
    }
    add(language("Decimal mark"),
        found.decimal_mark == tables::DecimalMark::comma ? language("comma") : language("point"));
    add(language("Column names on line"), language.integer(static_cast<std::int64_t>(found.header_line)));
    return web::parts::fact_list(facts);
}

Html reading_notes(const tables::ReadingNotes& notes, const Language& language) {
    Html html;
    const auto item = [&](std::string_view text) { html << "<li>"_html << text << "</li>"_html; };
    const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
    if (notes.totals > 0)
        item(language.plural("{count} row with totals was left out.",
                             "{count} rows with totals were left out.", count(notes.totals)));
    if (notes.ragged > 0)
        item(language.plural("{count} row has too few or too many cells.",
                             "{count} rows have too few or too many cells.", count(notes.ragged)));
    if (notes.repaired > 0)
        item(language.plural("{count} character could not be read and was replaced.",
                             "{count} characters could not be read and were replaced.",
                             count(notes.repaired)));
    if (html.empty()) return html;
    Html list;
    list << "<ul>"_html << html << "</ul>"_html;
    return list;
}

} // namespace maerkbar::sources
