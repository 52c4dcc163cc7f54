#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "measurement/definition.hpp"
#include "web/language.hpp"

namespace maerkbar::measurement {

// What a person can set when taking a ready indicator into use.
struct LibraryParameter {
    enum class Kind { duration, working_days, number, text };
    std::string name;
    Kind kind = Kind::number;
    LocalText label;
    std::string value; // the suggestion, as text
};

// A ready indicator (models/indicators/*.json).
struct LibraryIndicator {
    std::string code;
    std::int64_t order = 0;
    std::vector<LibraryParameter> parameters;
    Definition definition; // with the suggested parameters

    // The JSON of the file, from which adopt() makes definitions.
    std::string_view json;
};

// In order.
[[nodiscard]] Result<std::vector<LibraryIndicator>> library(const web::Languages& languages);

// The definition with these parameters (those not named keep their suggestion); durations and days are
// written out in each language's texts. Errors: not_found (library.unknown); invalid (library.no_number) with
// the parameter as field.
[[nodiscard]] Result<Definition> adopt(std::string_view code,
                                       const std::map<std::string, std::string, std::less<>>& parameters,
                                       const web::Languages& languages);

} // namespace maerkbar::measurement
