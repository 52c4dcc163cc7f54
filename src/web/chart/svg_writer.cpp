#include "web/chart/svg_writer.hpp"

#include <charconv>

namespace maerkbar::web::chart {

namespace {

// Whether the character cannot stand in XML as it is.
bool is_special(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '&' || c == '<' || c == '>' || c == '"' || (byte < 0x20 && c != '\n' && c != '\t');
}

// What stands for it instead; nothing for what XML does not allow at all.
std::string_view replacement(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return {};
    }
}

} // namespace

void append_coordinate(std::string& out, double value) {
    long tenths = static_cast<long>(value * 10 + (value < 0 ? -0.5 : 0.5));
    char digits[32];
    char* end = digits;
    if (tenths < 0) {
        *end++ = '-';
        tenths = -tenths;
    }
    end = std::to_chars(end, digits + sizeof digits, tenths / 10).ptr;
    if (tenths % 10 != 0) {
        *end++ = '.';
        *end++ = static_cast<char>('0' + tenths % 10);
    }
    out.append(digits, end);
}

void append_escaped(std::string& out, std::string_view text) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_special(text[i])) continue;
        out += text.substr(written, i - written);
        out += replacement(text[i]);
        written = i + 1;
    }
    out += text.substr(written);
}

SvgWriter& SvgWriter::open(std::string_view element) {
    (out_ += '<') += element;
    open_ = element;
    return *this;
}

SvgWriter& SvgWriter::at(std::string_view attribute, double value) {
    ((out_ += ' ') += attribute) += "=\"";
    append_coordinate(out_, value);
    out_ += '"';
    return *this;
}

SvgWriter& SvgWriter::at(std::string_view attribute, std::string_view value) {
    ((out_ += ' ') += attribute) += "=\"";
    append_escaped(out_, value);
    out_ += '"';
    return *this;
}

void SvgWriter::close() {
    out_ += "/>";
}

void SvgWriter::text(std::string_view text) {
    out_ += '>';
    append_escaped(out_, text);
    end(open_);
}

void SvgWriter::body() {
    out_ += '>';
}

void SvgWriter::end(std::string_view element) {
    ((out_ += "</") += element) += '>';
}

Path& Path::command(char letter, double x, double y) {
    data_ += letter;
    append_coordinate(data_, x);
    data_ += ' ';
    append_coordinate(data_, y);
    return *this;
}

Path& Path::across(double x) {
    data_ += 'H';
    append_coordinate(data_, x);
    return *this;
}

Path& Path::down(double y) {
    data_ += 'V';
    append_coordinate(data_, y);
    return *this;
}

Path& Path::close() {
    data_ += 'Z';
    return *this;
}

} // namespace maerkbar::web::chart
