#include <utility>

#include "app/flow/report_sink.hpp"
#include "app/flow/write_file.hpp"
#include "base/json_writer.hpp"

namespace maerkbar::app_flow {

namespace {

constexpr std::size_t flush_at = std::size_t{256} << 10;

class JsonSink : public ReportSink {
  public:
    explicit JsonSink(Write write) : write_(std::move(write)) {}

    Result<void> begin(std::string_view name, std::initializer_list<std::string_view> columns) override {
        columns_.assign(columns.begin(), columns.end());
        buffer_ += tables_++ == 0 ? "{\n\"" : ",\n\"";
        (buffer_ += name) += "\": [";
        rows_ = 0;
        return {};
    }
    void text(std::string_view text) override { cell().value(text); }
    void number(std::string_view digits) override { cell().raw(digits); }
    void nothing() override { cell().raw("null"); }
    void end_row() override {
        buffer_ += rows_++ == 0 ? "\n " : ",\n ";
        buffer_ += std::exchange(row_, {}).end_object().text();
        column_ = 0;
        if (buffer_.size() >= flush_at) flush();
    }
    Result<void> end() override {
        buffer_ += "\n]";
        flush();
        return outcome_;
    }
    Result<void> finish() override {
        buffer_ += tables_ == 0 ? "{}\n" : "\n}\n";
        flush();
        return outcome_;
    }

  private:
    JsonWriter& cell() {
        if (column_ == 0) row_.begin_object();
        return row_.key(columns_.at(column_++));
    }
    void flush() {
        if (outcome_) outcome_ = write_(buffer_);
        buffer_.clear();
    }

    Write write_;
    std::vector<std::string> columns_;
    std::string buffer_;
    JsonWriter row_;
    std::size_t tables_ = 0;
    std::size_t rows_ = 0;
    std::size_t column_ = 0;
    Result<void> outcome_;
};

} // namespace

std::unique_ptr<ReportSink> json_stream(Write write) {
    return std::make_unique<JsonSink>(std::move(write));
}

Result<std::unique_ptr<ReportSink>> json_folder(const std::string& folder) {
    TRY(make_folder(folder));
    return std::unique_ptr<ReportSink>(std::make_unique<JsonSink>(TRY(write_file(folder + "/report.json"))));
}

} // namespace maerkbar::app_flow
