#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/strong_id.hpp"

namespace maerkbar {

// Writes one JSON text (RFC 8259) from left to right; the caller keeps the order: key, then value.
//     JsonWriter json;
//     json.begin_object().member("id", 3).key("names").begin_array().value("a").end_array().end_object();
class JsonWriter {
  public:
    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view{text}); }
    JsonWriter& value(const std::string& text) { return value(std::string_view{text}); }
    JsonWriter& value(std::integral auto number) {
        if constexpr (std::same_as<decltype(number), bool>)
            return raw(number ? "true" : "false");
        else
            return raw(std::to_string(number));
    }
    // The shortest text that reads back as the same number; null for infinite and NaN.
    JsonWriter& value(double number);
    JsonWriter& value(Date date) { return value(date.iso()); }
    template <typename Tag>
    JsonWriter& value(StrongId<Tag> id) {
        return id ? raw(std::to_string(id.value)) : raw("null");
    }
    template <typename T>
    JsonWriter& value(const std::optional<T>& optional) {
        return optional ? value(*optional) : raw("null");
    }
    // JSON made elsewhere.
    JsonWriter& raw(std::string_view json);

    template <typename T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

    [[nodiscard]] const std::string& text() const& { return text_; }
    [[nodiscard]] std::string text() && { return std::move(text_); }

  private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();

    std::string text_;
    bool first_ = true; // nothing stands yet in the array or object that is open, or a key stands just before
};

} // namespace maerkbar
