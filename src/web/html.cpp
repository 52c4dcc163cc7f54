#include "web/html.hpp"

namespace maerkbar::web {

namespace {

std::string_view entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

} // namespace

void Html::escape_into(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto replacement = entity(text[i]);
        if (replacement.empty()) continue;
        out.append(text, copied, i - copied);
        out += replacement;
        copied = i + 1;
    }
    out.append(text, copied);
}

std::string escaped(std::string_view text) {
    std::string out;
    Html::escape_into(out, text);
    return out;
}

Html& Html::operator<<(Attribute attribute) {
    text_ += ' ';
    text_ += attribute.name;
    text_ += "=\"";
    escape_into(text_, attribute.value);
    text_ += '"';
    return *this;
}

Html& Html::operator<<(Flag flag) {
    if (!flag.on) return *this;
    text_ += ' ';
    text_ += flag.name;
    return *this;
}

Html Html::trusted(std::string text) {
    Html html;
    html.text_ = std::move(text);
    return html;
}

} // namespace maerkbar::web
