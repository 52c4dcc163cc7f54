#include "documents/xml_text.hpp"

namespace maerkbar::documents {

namespace {

std::string escaped(std::string_view text, std::string_view line_break) {
    std::string result;
    result.reserve(text.size());
    for (const char letter : text)
        switch (letter) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\n':
                result += line_break;
                break;
            case '\t':
                result += ' ';
                break;
            default:
                if (static_cast<unsigned char>(letter) >= 0x20) result += letter;
        }
    return result;
}

} // namespace

std::string xml_text(std::string_view text) {
    return escaped(text, " ");
}

std::string paragraph_text(std::string_view text) {
    return escaped(text, "<text:line-break/>");
}

} // namespace maerkbar::documents
