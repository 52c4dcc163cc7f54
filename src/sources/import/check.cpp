#include "sources/import/check.hpp"
#include "base/translatable.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace maerkbar::sources {

namespace {

// Collects what the rows of one file amount to.
class Tally {
  public:
    explicit Tally(CheckReport& report) : report_(report) {}

    void good(const FactRow& fact) {
        ++report_.good;
        auto [span, fresh] =
            days_.try_emplace(fact.unit, measurement::UnitDays{fact.unit, fact.day, fact.day});
        span->second.first = std::min(span->second.first, fact.day);
        span->second.last = std::max(span->second.last, fact.day);
        if (report_.sample.size() < 20) report_.sample.push_back(fact);
    }

    void bad(std::vector<RowError>& errors) {
        ++report_.bad;
        report_.error_count += errors.size();
        for (auto& error : errors) {
            if (error.error.code == "import.unknown_unit" && report_.unknown_units.size() < 200)
                report_.unknown_units.insert(error.error.arguments.front().second);
            if (report_.errors.size() < CheckReport::errors_kept) report_.errors.push_back(std::move(error));
        }
        errors.clear();
    }

    void finish() {
        for (const auto& [unit, span] : days_)
            report_.days.push_back(span);
        std::sort(report_.days.begin(), report_.days.end());
    }

  private:
    CheckReport& report_;
    std::unordered_map<UnitId, measurement::UnitDays> days_;
};

// The columns whose findings somebody has decided about: mapped as pseudonym, left out, or declared not
// personal.
std::set<std::string> decided_columns(const Source& source, const Mapping& mapping) {
    std::set<std::string> decided;
    for (const auto& [column, rule] : mapping.personal_numbers)
        decided.insert(column);
    for (const auto& field : source.fields)
        if (field.kind == FieldKind::pseudonym)
            if (const auto found = mapping.fields.find(field.name); found != mapping.fields.end())
                decided.insert(found->second.column);
    return decided;
}

// Running text: cells with several words on average.
bool is_free_text(const tables::TableFile& file, std::size_t column) {
    std::size_t words = 0;
    std::size_t cells = 0;
    for (const auto& row : file.sample()) {
        if (column >= row.size() || row[column].empty()) continue;
        ++cells;
        words += 1 + static_cast<std::size_t>(std::count(row[column].begin(), row[column].end(), ' '));
    }
    return cells > 0 && words > 3 * cells;
}

std::vector<PersonalNumberFinding> undecided(const Source& source, const Mapping& mapping,
                                             const tables::TableFile& file,
                                             const tables::PersonalNumberScanner& scanner) {
    const auto decided = decided_columns(source, mapping);
    std::vector<PersonalNumberFinding> findings;
    for (const auto& found : scanner.findings()) {
        const bool free_text = is_free_text(file, found.column);
        const auto& name = file.header()[found.column];
        const auto rule = mapping.personal_numbers.find(name);
        const bool excused =
            decided.contains(name) && !(free_text && rule != mapping.personal_numbers.end() &&
                                        rule->second == PersonalNumberRule::not_personal);
        if (excused) continue;
        const auto lines = std::min(found.cells, tables::ColumnFinding::lines_kept);
        findings.push_back({name,
                            found.cells,
                            {found.lines.begin(), found.lines.begin() + static_cast<long>(lines)},
                            found.certainty == tables::Certainty::likely,
                            free_text});
    }
    return findings;
}

RowError repeated(const Source& source, const Mapping& mapping, const FactRow& fact) {
    const auto& column = mapped_row_id(source, mapping)->column; // the fact has its row id from there
    return {
        fact.line,
        column,
        {ErrorKind::invalid,
         "import.row_id_repeated",
         translatable(
             "The row id stands on an earlier row of the same file. Row ids must be unique within a file."),
         {},
         column}};
}

} // namespace

Result<CheckReport> read_rows(const Source& source, const Mapping& mapping, tables::TableFile& file,
                              Lookup& lookup, DateLimits limits, const RowSink& sink,
                              const RowsRead& progress) {
    CheckReport report;
    Tally tally(report);
    tables::PersonalNumberScanner scanner(file.header().size());
    RowReader reader(source, mapping, file, lookup, limits);
    std::unordered_set<std::string> row_ids;
    tables::Row row;
    FactRow fact;
    std::vector<RowError> errors;
    while (TRY(file.next(row))) {
        ++report.rows;
        scanner.scan(row);
        bool good = reader.read(row, fact, errors);
        if (good && !fact.row_key.empty() && !row_ids.insert(fact.row_key).second) {
            ++report.repeated_row_ids;
            errors.push_back(repeated(source, mapping, fact));
            good = false;
        }
        if (good) {
            tally.good(fact);
            if (sink) TRY(sink(fact));
        } else {
            tally.bad(errors);
        }
        if (progress && report.rows % 10'000 == 0) progress(report.rows);
    }
    tally.finish();
    report.personal_numbers = undecided(source, mapping, file, scanner);
    report.notes = file.notes();
    return report;
}

} // namespace maerkbar::sources
