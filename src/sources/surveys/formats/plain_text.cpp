#include "sources/surveys/formats/plain_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "tables/utf8.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> entities{{{"amp", "&"},
                                                                                  {"lt", "<"},
                                                                                  {"gt", ">"},
                                                                                  {"quot", "\""},
                                                                                  {"apos", "'"},
                                                                                  {"nbsp", " "},
                                                                                  {"aelig", "æ"},
                                                                                  {"AElig", "Æ"},
                                                                                  {"oslash", "ø"},
                                                                                  {"Oslash", "Ø"},
                                                                                  {"aring", "å"},
                                                                                  {"Aring", "Å"},
                                                                                  {"ndash", "–"},
                                                                                  {"hellip", "…"},
                                                                                  {"laquo", "«"},
                                                                                  {"raquo", "»"}}};

std::string entity(std::string_view name) {
    for (const auto& [known, character] : entities)
        if (name == known) return std::string(character);
    if (!name.starts_with('#')) return {};
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (read.ec != std::errc() || code < 0x20 || code > 0x10FFFF || surrogate) return {};
    char buffer[4];
    return {buffer, tables::put_utf8(code, buffer)};
}

bool breaks_line(std::string_view tag) {
    constexpr std::array<std::string_view, 8> breaking{"br", "p", "/p", "li", "/li", "div", "/div", "/h1"};
    const auto name = tag.substr(0, tag.find_first_of(" \t\n/", 1));
    return std::ranges::find(breaking, name) != breaking.end();
}

class Cleaner {
  public:
    std::string clean(std::string_view html) {
        while (!html.empty()) {
            if (html.front() == '<' && html.find('>') != std::string_view::npos && looks_like_tag(html)) {
                const auto end = html.find('>');
                if (breaks_line(html.substr(1, end - 1))) line_waits_ = true;
                html.remove_prefix(end + 1);
            } else if (html.front() == '&') {
                html.remove_prefix(take_entity(html));
            } else {
                put(html.front());
                html.remove_prefix(1);
            }
        }
        return std::move(text_);
    }

  private:
    static bool looks_like_tag(std::string_view html) {
        const char next = html.size() > 1 ? html[1] : ' ';
        return next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    }

    std::size_t take_entity(std::string_view html) {
        const auto end = html.find(';');
        if (end != std::string_view::npos && end < 12)
            if (const auto character = entity(html.substr(1, end - 1)); !character.empty()) {
                for (const char c : character)
                    put(c);
                return end + 1;
            }
        put('&');
        return 1;
    }

    void put(char c) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            blank_waits_ = true;
            return;
        }
        if (!text_.empty() && line_waits_)
            text_ += '\n';
        else if (!text_.empty() && blank_waits_)
            text_ += ' ';
        line_waits_ = blank_waits_ = false;
        text_ += c;
    }

    std::string text_;
    bool blank_waits_ = false;
    bool line_waits_ = false;
};

} // namespace

std::string plain_text(std::string_view html) {
    return Cleaner().clean(html);
}

} // namespace maerkbar::surveys
