#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "sources/import/mapping.hpp"
#include "tables/row.hpp"

namespace maerkbar::sources {

// One fact read from a row, before it is stored. `values` follow schema.columns (derived ones are `missing`).
struct FactRow {
    UnitId unit;
    Date day;
    std::size_t line = 0; // of the file
    std::string row_key;  // empty where the system gives none
    std::string pseudonym;
    std::vector<std::int64_t> values;
};

// Why a row cannot be used: where, and a sentence in which the value has been cut short and cleaned of
// personal numbers.
struct RowError {
    std::size_t line = 0;
    std::string column;
    Error error;
};

// What the reader must ask others.
class Lookup {
  public:
    virtual ~Lookup() = default;
    // The unit with this code or name on that day.
    virtual std::optional<UnitId> unit(std::string_view text, Date day) = 0;
    // The id of this text in the dictionary of a category column; made where it is new.
    virtual std::int64_t category(std::size_t schema_column, std::string_view text) = 0;
    // A keyed hash from which the text cannot be found again.
    virtual std::string keyed_hash(std::string_view text) = 0;
};

// Dates outside [first, last] are taken for mistyped.
struct DateLimits {
    Date first;
    Date last;
};

// Turns rows of one file into facts by a mapping that has passed check_mapping.
class RowReader {
  public:
    RowReader(const Source& source, const Mapping& mapping, const tables::TableFile& file, Lookup& lookup,
              DateLimits limits);

    // False where the row has errors; all of them are then appended, so that one look at the report is
    // enough.
    bool read(const tables::Row& row, FactRow& fact, std::vector<RowError>& errors);

  private:
    struct Binding { // one mapped field
        const InputField* field = nullptr;
        std::optional<std::size_t> column; // of the file
        std::vector<std::size_t> minus;    // of the file
        std::string constant;
        std::optional<std::size_t> schema_column;
    };
    struct Problem {
        const char* code = nullptr;
        const char* text = nullptr;
    };

    [[nodiscard]] std::string_view cell(const Binding& binding, const tables::Row& row) const;
    std::optional<Problem> read_field(const Binding& binding, const tables::Row& row, FactRow& fact);
    std::optional<Problem> read_when(std::string_view text, FactRow& fact);
    std::optional<Problem> read_unit(std::string_view text, FactRow& fact);
    std::optional<Problem> read_number(const Binding& binding, const tables::Row& row,
                                       std::int64_t& value) const;
    std::optional<Problem> read_whole(std::string_view text, std::int64_t& value) const;
    std::optional<Problem> read_seconds(std::string_view text, std::int64_t& value) const;
    std::optional<Problem> read_date(std::string_view text, std::int64_t& value) const;
    std::optional<Problem> read_value(const Binding& binding, const tables::Row& row, std::int64_t& value);
    void report(const Binding& binding, const tables::Row& row, Problem problem,
                std::vector<RowError>& errors) const;
    [[nodiscard]] bool inside(Date day) const { return limits_.first <= day && day <= limits_.last; }

    const Mapping& mapping_;
    const std::vector<std::string>& header_;
    tables::Detection detection_;
    Lookup& lookup_;
    DateLimits limits_;
    std::vector<Binding> bindings_; // "when" first, since units are looked up on that day
    std::optional<std::size_t> second_column_;
    std::size_t columns_ = 0;
};

} // namespace maerkbar::sources
