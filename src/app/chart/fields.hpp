#pragma once

#include <charconv>
#include <cmath>
#include <concepts>
#include <string>
#include <string_view>

namespace maerkbar::app_chart {

// Writes one row of comma-separated fields: numbers with 15 significant digits, nothing for what is missing
// or infinite, 0 or 1 for flags, quotation marks only where a text needs them.
class Fields {
  public:
    explicit Fields(std::string& out) : out_(out) {}

    Fields& number(double value) {
        start();
        if (!std::isfinite(value)) return *this;
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 15).ptr;
        out_.append(text, end);
        return *this;
    }
    Fields& integer(std::integral auto value) {
        start();
        char text[24];
        out_.append(text, std::to_chars(text, text + sizeof text, value).ptr);
        return *this;
    }
    Fields& flag(bool value) {
        start();
        out_ += value ? '1' : '0';
        return *this;
    }
    Fields& nothing() {
        start();
        return *this;
    }
    Fields& text(std::string_view value) {
        start();
        if (value.find_first_of(",\"\n\r") == value.npos) {
            out_ += value;
            return *this;
        }
        out_ += '"';
        for (const char c : value) {
            if (c == '"') out_ += '"';
            out_ += c;
        }
        out_ += '"';
        return *this;
    }
    void end() { out_ += '\n'; }

  private:
    void start() {
        if (!first_) out_ += ',';
        first_ = false;
    }
    std::string& out_;
    bool first_ = true;
};

} // namespace maerkbar::app_chart
