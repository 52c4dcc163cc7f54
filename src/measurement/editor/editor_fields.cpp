#include "measurement/editor/editor_fields.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "measurement/editor/definition_form.hpp"
#include "measurement/editor/definition_words.hpp"
#include "measurement/verdict.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::measurement::editor {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::size_t least_rows = 3;

struct Word {
    std::string_view value;
    const char* text;
};

constexpr Word comparisons[] = {{"is", translatable("is")},
                                {"is_not", translatable("is not")},
                                {"one_of", translatable("one of")},
                                {"at_most", translatable("at most")},
                                {"at_least", translatable("at least")},
                                {"below", translatable("below")},
                                {"above", translatable("above")},
                                {"known", translatable("is filled in")},
                                {"unknown", translatable("is not filled in")}};

constexpr Word kinds[] = {{"share", translatable("Share: how many of the rows meet a condition")},
                          {"mean", translatable("Mean of a column")},
                          {"quantile", translatable("Median, or what most of the rows stay within")},
                          {"maximum", translatable("Largest value of a column")},
                          {"sum", translatable("Sum of a column")},
                          {"count", translatable("Number of rows")},
                          {"rate", translatable("Rate: one column per another")}};

constexpr Word charts[] = {{"auto", translatable("The chart that suits the data (recommended)")},
                           {"run", translatable("Run chart")},
                           {"i", translatable("I chart")},
                           {"i_prime", translatable("I′ chart")},
                           {"p_prime", translatable("P′ chart")},
                           {"u_prime", translatable("U′ chart")},
                           {"c", translatable("C chart")},
                           {"g", translatable("G chart")},
                           {"t", translatable("T chart")}};

// Draws the fields of one form.
class Drawer {
  public:
    Drawer(const web::Language& the_language, const EditorView& view) : language(the_language), view_(view) {}

    Html all() const {
        Html html = parts::hidden_field("source", view_.schema.name);
        html << default_button() << known_values() << names();
        if (is_ratio(view_.schema))
            html << ratio();
        else
            html << rows_that_count() << what_is_counted();
        return html << presentation();
    }

  private:
    [[nodiscard]] std::string typed(std::string_view name) const { return view_.fields.text(name); }

    parts::Label label(std::string name, std::string text, std::string hint = {},
                       bool optional = false) const {
        auto error = view_.errors.of(name);
        return {std::move(name), std::move(text), std::move(hint), std::move(error), optional};
    }

    Html line(parts::Label label, parts::FieldWidth width = parts::FieldWidth::full,
              std::string unit = {}) const {
        parts::TextField field{std::move(label)};
        field.value = typed(field.label.name);
        field.width = width;
        field.unit = std::move(unit);
        return parts::text_field(field, language);
    }

    Html value_line(parts::Label label) const {
        parts::TextField field{std::move(label)};
        field.value = typed(field.label.name);
        field.list = "known-values";
        return parts::text_field(field, language);
    }

    Html select(parts::Label label, std::vector<parts::Choice> choices) const {
        const auto chosen = typed(label.name);
        for (auto& choice : choices)
            choice.chosen = choice.value == chosen;
        return parts::select_field({std::move(label), std::move(choices), parts::FieldWidth::full}, language);
    }

    std::vector<parts::Choice> choices(std::span<const Word> list) const {
        std::vector<parts::Choice> made;
        for (const auto& word : list)
            made.push_back({std::string(word.value), language(word.text)});
        return made;
    }

    // The columns that `fits` lets through, after an empty choice.
    template <typename Fits>
    std::vector<parts::Choice> columns(std::string none, Fits fits) const {
        std::vector<parts::Choice> made{{"", std::move(none)}};
        for (const auto& column : view_.schema.columns)
            if (fits(column.type)) made.push_back({column.name, language(column.label)});
        return made;
    }

    // Enter in a field presses the first button of the form: that must be Save, not “More conditions”.
    static Html default_button() {
        return R"(<button type="submit" name="action" value="save" hidden></button>)"_html;
    }

    // Offered while a value is typed; each with the column it belongs to.
    Html known_values() const {
        Html html = R"(<datalist id="known-values">)"_html;
        for (const auto& column : view_.schema.columns)
            if (const auto found = view_.categories.find(column.name); found != view_.categories.end())
                for (const auto& text : found->second)
                    html << "<option"_html << web::Attribute{"value", text}
                         << web::Attribute{"label", language(column.label)} << "></option>"_html;
        return html << "</datalist>"_html;
    }

    static bool any(ColumnType) { return true; }
    static bool amount(ColumnType type) {
        return type != ColumnType::category && type != ColumnType::day && type != ColumnType::second;
    }
    static bool day(ColumnType type) { return type == ColumnType::day; }

    Html in_three_languages(const std::string& name, const std::string& text, const std::string& hint,
                            bool optional) const {
        Html html;
        const std::pair<const char*, std::string> codes[] = {{".da", language("in Danish")},
                                                             {".nb", language("in Norwegian")},
                                                             {".en", language("in English")}};
        for (const auto& [code, which] : codes) {
            const bool first = code == codes[0].first;
            html << line(label(name + code, text + " " + which, first ? hint : "", optional || !first));
        }
        return html;
    }

    Html names() const {
        Html more = in_three_languages("description", language("Description"),
                                       language("What it shows and why it matters."), true);
        more << in_three_languages("unit_of_measure", language("Unit of measure"),
                                   language("Written after the number, such as “calls”."), true);
        Html html = in_three_languages("name", language("Name"),
                                       language("One language is enough; others use it as well."), false);
        html << in_three_languages(
            "phrase", language("Rest of the sentence"),
            language("What stands after the value: “of the calls were answered within 2 minutes”."), true);
        html << parts::disclosure(language("Description and unit of measure"), more);
        return parts::section(language("What it is called"), html);
    }

    Html condition_row(const std::string& prefix, std::size_t row) const {
        const auto name = prefix + '.' + std::to_string(row) + '.';
        const auto number = language.integer(static_cast<std::int64_t>(row) + 1);
        Html html = R"(<div class="condition-row">)"_html;
        html << select(label(name + "column", language("Condition {number}", {{"number", number}}), "", true),
                       columns(language("No condition"), any))
             << select(label(name + "op", language("Comparison")), choices(comparisons))
             << value_line(label(name + "value", language("Value"), "", true));
        return html << "</div>"_html;
    }

    Html condition(const std::string& prefix, const std::string& kept_words) const {
        if (view_.fields.has(prefix + ".kept")) {
            Html html = parts::hidden_field(prefix + ".kept", "1");
            return html << parts::notice(
                       parts::NoticeKind::information,
                       language("This condition was made over the API and is kept as it is: {condition}",
                                {{"condition", kept_words}}));
        }
        Html html;
        const auto rows = std::max(condition_rows(view_.fields, prefix), least_rows) + view_.extra_rows;
        for (std::size_t row = 0; row < std::min(rows, most_condition_rows); ++row)
            html << condition_row(prefix, row);
        return html << parts::button(language("More conditions"), parts::ButtonKind::secondary, "action",
                                     "more");
    }

    Html known_texts() const {
        Html html;
        for (const auto& column : view_.schema.columns) {
            const auto found = view_.categories.find(column.name);
            if (found == view_.categories.end() || found->second.empty()) continue;
            html << "<p>"_html << language(column.label) << ": "_html << language.list(found->second)
                 << "</p>"_html;
        }
        if (html.empty()) return {};
        return parts::disclosure(language("Texts that occur in the data"), html);
    }

    Html rows_that_count() const {
        Html html = R"(<p class="hint">)"_html;
        html << language(
                    "All conditions must hold; without any, every row counts. Lengths of time are written "
                    "with their unit, such as 2 min; several values after “one of” are separated by "
                    "semicolons.")
             << "</p>"_html << known_texts() << condition("filter", view_.filter_words);
        return parts::section(language("Which rows count"), html);
    }

    Html what_is_counted() const {
        Html html = select(label("kind", language("What is counted")), choices(kinds));
        html << share() << amounts();
        html << select(label("date_basis", language("The day that decides the period")), day_choices());
        return parts::section(language("What is counted"), html);
    }

    Html share() const {
        Html html = condition("condition", view_.condition_words);
        html << parts::checkbox("unknown_is_not_met",
                                language("Rows without the information count as not met"),
                                view_.fields.has("unknown_is_not_met"));
        const bool open = typed("kind").empty() || typed("kind") == "share";
        return parts::disclosure(language("Share: the condition that must be met"), html, open);
    }

    Html amounts() const {
        const auto kind = typed("kind");
        Html html =
            select(label("column", language("Column of mean, median, largest value and sum"), "", true),
                   columns(language("No column"), amount));
        html << line(label("quantile", language("What so many percent of the rows stay within"),
                           language("50 is the median."), true),
                     parts::FieldWidth::narrow, "%")
             << select(label("numerator", language("Rate or share: the column counted"), "", true),
                       columns(language("Number of rows"), amount))
             << select(label("denominator", language("Rate or share: the column divided by"), "", true),
                       columns(language("No column"), amount))
             << line(label("per", language("Rate: per how many"), language("Such as 1000."), true),
                     parts::FieldWidth::narrow);
        return parts::disclosure(language("Mean, median, largest value, sum and rate: the columns"), html,
                                 !kind.empty() && kind != "share" && kind != "count");
    }

    std::vector<parts::Choice> day_choices() const {
        auto made = columns(language("The row's own day"), day);
        made.front().value = "day";
        return made;
    }

    std::vector<parts::Choice> indicator_choices() const {
        std::vector<parts::Choice> made{{"", language("Choose")}};
        for (const auto& indicator : view_.indicators)
            if (!indicator.archived && indicator.definition.measure.kind != MeasureKind::ratio)
                made.push_back(
                    {std::to_string(indicator.id.value), indicator.definition.name.in(language.code())});
        return made;
    }

    Html ratio() const {
        Html html = parts::hidden_field("kind", "ratio");
        html << select(label("numerator_indicator", language("Indicator above the line")),
                       indicator_choices())
             << select(label("denominator_indicator", language("Indicator below the line")),
                       indicator_choices())
             << line(label("per", language("Per how many"), language("Such as 1000."), true),
                     parts::FieldWidth::narrow);
        return parts::section(language("One indicator divided by another"), html);
    }

    std::vector<parts::Choice> direction_choices() const {
        std::vector<parts::Choice> made;
        for (const auto direction : {Direction::higher_better, Direction::lower_better, Direction::neutral})
            made.push_back({std::string(name_of(direction)), direction_words(language, direction)});
        return made;
    }

    std::vector<parts::Choice> period_choices() const {
        std::vector<parts::Choice> made;
        for (const auto kind : {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter,
                                PeriodKind::tertial, PeriodKind::year})
            made.push_back({std::string(name_of(kind)), period_kind_words(language, kind)});
        return made;
    }

    Html presentation() const {
        Html html = select(label("direction", language("Direction")), direction_choices());
        if (view_.schema.may_be_states || view_.schema.lasts_until)
            html << parts::checkbox(
                "state", language("The figures say how things stand at the end of the period"),
                view_.fields.has("state"),
                language("Such as the number on a waiting list. A longer period then shows the last state of "
                         "each unit, added over units, never the sum of its months."));
        html << select(label("period", language("Period")), period_choices())
             << select(label("format", language("The value is shown as")),
                       {{"percent", language("Percent")},
                        {"number", language("Number")},
                        {"duration", language("Duration")}})
             << line(label("decimals", language("Decimals"), "", true), parts::FieldWidth::narrow)
             << select(label("chart", language("Chart")), choices(charts))
             << parts::checkbox("sample", language("The rows are a sample, not everything that happened"),
                                view_.fields.has("sample"),
                                language("Values then get an interval of uncertainty."));
        return parts::section(language("How it is judged and shown"), html);
    }

    const web::Language& language;
    const EditorView& view_;
};

} // namespace

bool is_ratio(const SourceSchema& schema) {
    return schema.name.empty();
}

Html editor_fields(const web::Language& language, const EditorView& view) {
    return Drawer(language, view).all();
}

} // namespace maerkbar::measurement::editor
