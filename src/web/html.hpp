#pragma once

#include <charconv>
#include <concepts>
#include <span>
#include <string>
#include <string_view>

namespace maerkbar::web {

// Markup written by a programmer: "<p>"_html. Goes out as it is.
struct Markup {
    std::string_view text;
};

inline namespace literals {
consteval Markup operator""_html(const char* text, std::size_t length) {
    return {std::string_view(text, length)};
}
} // namespace literals

// An attribute with its value escaped, a blank before it: h << "<a"_html << Attribute{"href", url} <<
// ">"_html.
struct Attribute {
    std::string_view name;
    std::string_view value;
};

// An attribute without value, only when `on`: Flag{"checked", chosen}.
struct Flag {
    std::string_view name;
    bool on;
};

// A piece of HTML. What is written to it is escaped by its type: literals with _html and other Html go out as
// they are, every other text is escaped. Numbers for people go through Language; only whole numbers for ids
// and sizes may be written directly.
class Html {
  public:
    Html() = default;
    Html(Markup markup) : text_(markup.text) {}

    Html& operator<<(Markup markup) {
        text_ += markup.text;
        return *this;
    }
    Html& operator<<(const Html& other) {
        text_ += other.text_;
        return *this;
    }
    Html& operator<<(std::string_view text) {
        escape_into(text_, text);
        return *this;
    }
    Html& operator<<(Attribute attribute);
    Html& operator<<(Flag flag);
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Html& operator<<(Number number) {
        char buffer[24];
        text_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
        return *this;
    }
    template <typename Other>
    requires(std::floating_point<Other> || std::same_as<Other, bool> || std::same_as<Other, char>) Html&
    operator<<(Other) = delete;

    [[nodiscard]] const std::string& str() const& { return text_; }
    [[nodiscard]] std::string str() && { return std::move(text_); }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    // For text that is HTML already and known to be safe (a chart's SVG, a stored and cleaned letter).
    static Html trusted(std::string text);
    static void escape_into(std::string& out, std::string_view text);

  private:
    std::string text_;
};

[[nodiscard]] std::string escaped(std::string_view text);

} // namespace maerkbar::web
