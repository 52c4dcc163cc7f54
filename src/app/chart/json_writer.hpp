#pragma once

#include <string>
#include <string_view>

namespace maerkbar::app_chart {

// Writes JSON piece by piece. Numbers have 15 significant digits; what is missing or infinite is null.
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);
    JsonWriter& value(double number);
    JsonWriter& integer(long long number);
    JsonWriter& flag(bool value);
    JsonWriter& text(std::string_view value);

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();
    void quoted(std::string_view value);

    std::string& out_;
    bool first_ = true; // nothing stands before in this object or array
};

} // namespace maerkbar::app_chart
