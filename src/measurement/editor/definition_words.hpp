#pragma once

#include <string>
#include <vector>

#include "measurement/definition.hpp"
#include "measurement/schema.hpp"
#include "web/language.hpp"

namespace maerkbar::measurement {

// A condition in the reader's words: "Kanal er Telefon og Ventetid er højst 2 minutter"; empty for one that
// lets every row through.
[[nodiscard]] std::string condition_words(const web::Language& language, const Condition& condition,
                                          const SourceSchema& schema);

// What is counted: "Andelen af rækker, hvor …", "Medianen af Ventetid". Not for a ratio of two indicators.
[[nodiscard]] std::string measure_words(const web::Language& language, const Measure& measure,
                                        const SourceSchema& schema);

// "Højere er bedre" …
[[nodiscard]] std::string direction_words(const web::Language& language, Direction direction);
// "Måned" …
[[nodiscard]] std::string period_kind_words(const web::Language& language, PeriodKind kind);

// A definition in plain words, line by line.
struct DefinitionLine {
    std::string name;
    std::string text;
};
[[nodiscard]] std::vector<DefinitionLine> definition_words(const web::Language& language,
                                                           const Definition& definition,
                                                           const SourceSchema& schema);

} // namespace maerkbar::measurement
