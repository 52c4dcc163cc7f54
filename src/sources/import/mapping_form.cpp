#include "sources/import/mapping_form.hpp"

#include <charconv>

#include "base/translatable.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::sources {

using namespace web::literals;
using web::Html;
using web::Language;
using web::parts::Choice;

namespace {

std::vector<Choice> column_choices(const tables::TableFile& file, std::string_view chosen,
                                   const Language& language) {
    std::vector<Choice> choices{{"", language("– not in the file –"), "", chosen.empty()}};
    for (const auto& column : file.header())
        choices.push_back({column, column, "", column == chosen});
    return choices;
}

Html column_field(const InputField& field, const FieldMapping& mapped, const tables::TableFile& file,
                  const web::parts::FormErrors& errors, const Language& language) {
    return web::parts::select_field({{.name = "column:" + field.name,
                                      .text = language(field.label),
                                      .error = errors.of(field.name),
                                      .optional = !field.required},
                                     column_choices(file, mapped.column, language)},
                                    language);
}

// What few files need: the same text in every row, or one column less another.
Html rare_field(const InputField& field, const FieldMapping& mapped, const tables::TableFile& file,
                const Language& language) {
    if (field.kind == FieldKind::unit || field.kind == FieldKind::category)
        return web::parts::text_field(
            {.label = {.name = "constant:" + field.name,
                       .text = language("{field}: the same in every row", {{"field", language(field.label)}}),
                       .optional = true},
             .value = mapped.constant,
             .width = web::parts::FieldWidth::medium},
            language);
    if (field.kind == FieldKind::number)
        return web::parts::select_field(
            {{.name = "minus:" + field.name,
              .text = language("{field}: less this column", {{"field", language(field.label)}}),
              .optional = true},
             column_choices(file, mapped.minus.empty() ? std::string() : mapped.minus.front(), language)},
            language);
    return {};
}

Choice choice(std::string value, std::string text, std::string_view chosen) {
    const bool is_chosen = value == chosen;
    return {std::move(value), std::move(text), "", is_chosen};
}

std::string encoding_text(const Mapping& mapping) {
    return mapping.reading.encoding ? std::string(tables::name_of(*mapping.reading.encoding)) : "";
}

void read_reading(const web::Fields& form, tables::ReadOptions& reading) {
    const auto separator = form.text("separator");
    if (separator == "tab")
        reading.separator = '\t';
    else if (separator.size() == 1)
        reading.separator = separator[0];
    reading.encoding = tables::encoding_named(form.text("encoding"));
    if (const auto mark = form.text("decimal_mark"); !mark.empty())
        reading.decimal_mark = mark == "." ? tables::DecimalMark::point : tables::DecimalMark::comma;
    if (const auto order = form.text("date_order"); order.size() == 1 && order[0] >= '0' && order[0] <= '2')
        reading.date_order = static_cast<tables::DateOrder>(order[0] - '0');
    const auto line = form.text("header_line");
    std::size_t number = 0;
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), number);
    if (!line.empty() && parsed.ec == std::errc() && parsed.ptr == line.data() + line.size())
        reading.header_line = number;
    reading.sheet = form.text("sheet");
}

} // namespace

Html mapping_fields(const Source& source, const Mapping& mapping, const tables::TableFile& file,
                    const web::parts::FormErrors& errors, const Language& language) {
    Html columns;
    Html rare;
    bool rare_used = false;
    for (const auto& field : source.fields) {
        const auto found = mapping.fields.find(field.name);
        const auto mapped = found == mapping.fields.end() ? FieldMapping{} : found->second;
        columns << column_field(field, mapped, file, errors, language);
        rare << rare_field(field, mapped, file, language);
        rare_used =
            rare_used || !mapped.constant.empty() || !mapped.minus.empty() || !errors.of(field.name).empty();
    }
    Html html;
    html << "<div class=\"grid-2\">"_html << columns << "</div>"_html
         << web::parts::disclosure(language("The same text in every row, or one column less another"), rare,
                                   rare_used);
    for (const auto& [text, code] : mapping.units)
        html << web::parts::hidden_field("unit:" + text, code);
    return html;
}

Html reading_fields(const Mapping& mapping, const tables::TableFile& file, const Language& language) {
    const auto& reading = mapping.reading;
    const std::string separator =
        reading.separator ? (*reading.separator == '\t' ? "tab" : std::string(1, *reading.separator)) : "";
    const std::string mark =
        reading.decimal_mark ? (*reading.decimal_mark == tables::DecimalMark::comma ? "," : ".") : "";
    const std::string order = reading.date_order ? std::to_string(static_cast<int>(*reading.date_order)) : "";
    const auto as_found = language("as found");
    Html html;
    if (file.detection().kind == tables::FileKind::csv) {
        html << web::parts::select_field(
            {{.name = "separator", .text = language("Separator")},
             {choice("", as_found, separator), choice(";", ";", separator), choice(",", ",", separator),
              choice("tab", language("tab"), separator), choice("|", "|", separator)}},
            language);
        const auto encoding = encoding_text(mapping);
        html << web::parts::select_field(
            {{.name = "encoding", .text = language("Characters")},
             {choice("", as_found, encoding), choice("utf-8", "UTF-8", encoding),
              choice("windows-1252", "Windows-1252", encoding), choice("utf-16le", "UTF-16", encoding)}},
            language);
    } else {
        std::vector<Choice> sheets{choice("", as_found, reading.sheet)};
        for (const auto& sheet : file.sheet_names())
            sheets.push_back(choice(sheet, sheet, reading.sheet));
        html << web::parts::select_field({{.name = "sheet", .text = language("Sheet")}, sheets}, language);
    }
    html << web::parts::select_field({{.name = "decimal_mark", .text = language("Decimal mark")},
                                      {choice("", as_found, mark), choice(",", language("comma"), mark),
                                       choice(".", language("point"), mark)}},
                                     language);
    html << web::parts::select_field(
        {{.name = "date_order", .text = language("Order in dates")},
         {choice("", as_found, order), choice("0", language("day, month, year"), order),
          choice("1", language("month, day, year"), order),
          choice("2", language("year, month, day"), order)}},
        language);
    html << web::parts::text_field(
        {.label = {.name = "header_line", .text = language("Column names on line"), .optional = true},
         .value = reading.header_line ? std::to_string(*reading.header_line) : "",
         .width = web::parts::FieldWidth::narrow,
         .input_mode = "numeric"},
        language);
    return html;
}

Mapping mapping_from_form(const Source& source, const web::Fields& form) {
    Mapping mapping;
    for (const auto& field : source.fields) {
        FieldMapping mapped{.column = form.text("column:" + field.name),
                            .minus = {},
                            .constant = form.text("constant:" + field.name)};
        if (const auto minus = form.text("minus:" + field.name); !minus.empty())
            mapped.minus.push_back(minus);
        if (!mapped.column.empty() || !mapped.constant.empty())
            mapping.fields[field.name] = std::move(mapped);
    }
    for (const auto& [name, value] : form) {
        if (name.starts_with("personal:") && value == "leave_out")
            mapping.personal_numbers[name.substr(9)] = PersonalNumberRule::leave_out;
        if (name.starts_with("personal:") && value == "not_personal")
            mapping.personal_numbers[name.substr(9)] = PersonalNumberRule::not_personal;
        if (name.starts_with("unit:") && !value.empty()) mapping.units[name.substr(5)] = value;
    }
    read_reading(form, mapping.reading);
    return mapping;
}

} // namespace maerkbar::sources
