#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/flow/write_file.hpp"
#include "event_log/zone.hpp"

namespace maerkbar::app_flow {

// Where the tables of reports go, a cell at a time, from left to right.
class ReportSink {
  public:
    virtual ~ReportSink() = default;
    // Called for each table before its rows.
    virtual Result<void> begin(std::string_view name, std::initializer_list<std::string_view> columns) = 0;
    virtual void text(std::string_view text) = 0;
    virtual void number(std::string_view digits) = 0;
    virtual void nothing() = 0;
    virtual void end_row() = 0;
    // Ends the table; failures of writing are told here.
    virtual Result<void> end() = 0;
    // Ends the whole report.
    virtual Result<void> finish() = 0;

    // Values in the form in which all tables have them.
    void count(std::size_t value);
    virtual void fixed(double value, int decimals);
    void milliseconds(event_log::Milliseconds value); // as seconds with three decimals
    void milliseconds(double value);
    void milliseconds(std::optional<double> value) { value ? milliseconds(*value) : nothing(); }
    void moment(event_log::Milliseconds value); // 2026-11-22T13:05:09.250Z
};

[[nodiscard]] std::string moment_text(event_log::Milliseconds value);

// A file NAME.csv for each table in a folder, which is made where it is missing: RFC 4180, UTF-8, LF.
[[nodiscard]] Result<std::unique_ptr<ReportSink>> csv_folder(const std::string& folder);
// Tables as CSV, one after the other.
[[nodiscard]] std::unique_ptr<ReportSink> csv_stream(Write write);
// One object with an array of objects for each table.
[[nodiscard]] std::unique_ptr<ReportSink> json_stream(Write write);
// The same to the file report.json in a folder.
[[nodiscard]] Result<std::unique_ptr<ReportSink>> json_folder(const std::string& folder);

} // namespace maerkbar::app_flow
