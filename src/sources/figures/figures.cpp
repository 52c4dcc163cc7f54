#include "sources/figures/figures.hpp"

#include "base/translatable.hpp"

namespace maerkbar::sources {

using measurement::ColumnType;

Source figures_source() {
    measurement::SourceSchema schema{"figures", translatable("Figures"), {}};
    schema.by_period = true;
    schema.may_be_states = true;
    schema.columns = {
        {"series", translatable("Series"), ColumnType::category},
        {"numerator", translatable("Numerator"), ColumnType::number},
        {"denominator", translatable("Denominator"), ColumnType::number},
        {"value", translatable("Value"), ColumnType::number},
    };
    std::vector<InputField> fields = {
        {"when",
         translatable("Period or date"),
         FieldKind::when,
         true,
         "",
         {"periode", "måned", "uge", "uke", "år", "kvartal", "dato", "period", "month", "week", "year",
          "quarter", "date"}},
        {"unit",
         translatable("Unit"),
         FieldKind::unit,
         true,
         "",
         {"enhed", "enhet", "afdeling", "avdeling", "institution", "institusjon", "org_code", "organisation",
          "unit", "department"}},
        {"series",
         translatable("Series"),
         FieldKind::category,
         true,
         "series",
         {"serie", "nøgletal", "nøkkeltall", "indikator", "måltal", "navn", "series", "indicator",
          "measure"}},
        {"numerator",
         translatable("Numerator"),
         FieldKind::number,
         false,
         "numerator",
         {"tæller", "teller", "antal", "antall", "numerator", "count"}},
        {"denominator",
         translatable("Denominator"),
         FieldKind::number,
         false,
         "denominator",
         {"nævner", "nevner", "ud af", "av", "i alt", "denominator", "out of"}},
        {"value",
         translatable("Value"),
         FieldKind::number,
         false,
         "value",
         {"værdi", "verdi", "tal", "beløb", "beløp", "value", "amount"}},
        {"row_id", translatable("Row id"), FieldKind::row_id, false, "", {"id", "row id", "nr"}},
    };
    return {schema, "fact_figure", fields};
}

} // namespace maerkbar::sources
