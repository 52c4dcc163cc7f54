#include <algorithm>
#include <utility>

#include "app/flow/report_sink.hpp"
#include "app/flow/write_file.hpp"

namespace maerkbar::app_flow {

namespace {

constexpr std::size_t flush_at = std::size_t{256} << 10;

bool needs_quotes(char c) {
    return c == ',' || c == '"' || c == '\r' || c == '\n';
}

// Text is written as it is, for programs and for comparison; a cell may begin with "=".
class CsvSink : public ReportSink {
  public:
    // Opens what a table is written to.
    using Open = std::function<Result<Write>(std::string_view name)>;
    explicit CsvSink(Open open) : open_(std::move(open)) {}

    Result<void> begin(std::string_view name, std::initializer_list<std::string_view> columns) override {
        write_ = TRY(open_(name));
        outcome_ = {};
        for (const auto column : columns)
            text(column);
        end_row();
        return {};
    }
    void text(std::string_view text) override {
        separate();
        if (std::ranges::none_of(text, needs_quotes)) {
            buffer_ += text;
            return;
        }
        buffer_ += '"';
        for (const char c : text) {
            if (c == '"') buffer_ += '"';
            buffer_ += c;
        }
        buffer_ += '"';
    }
    void number(std::string_view digits) override {
        separate();
        buffer_ += digits;
    }
    void nothing() override { separate(); }
    void end_row() override {
        buffer_ += '\n';
        first_ = true;
        if (buffer_.size() >= flush_at) flush();
    }
    Result<void> end() override {
        flush();
        return outcome_;
    }
    Result<void> finish() override { return {}; }

  private:
    void separate() {
        if (!std::exchange(first_, false)) buffer_ += ',';
    }
    void flush() {
        if (outcome_) outcome_ = write_(buffer_);
        buffer_.clear();
    }

    Open open_;
    Write write_;
    std::string buffer_;
    bool first_ = true;
    Result<void> outcome_;
};

} // namespace

Result<std::unique_ptr<ReportSink>> csv_folder(const std::string& folder) {
    TRY(make_folder(folder));
    const auto open = [folder](std::string_view name) {
        return write_file(folder + "/" + std::string(name) + ".csv");
    };
    return std::unique_ptr<ReportSink>(std::make_unique<CsvSink>(open));
}

std::unique_ptr<ReportSink> csv_stream(Write write) {
    return std::make_unique<CsvSink>(
        [write = std::move(write)](std::string_view) -> Result<Write> { return write; });
}

} // namespace maerkbar::app_flow
