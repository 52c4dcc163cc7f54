#include "web/chart/svg_writer.hpp"

#include <charconv>
#include <cmath>

namespace maerkbar::web::chart {

void append_coordinate(std::string& out, double value) {
    long tenths = std::lround(value * 10);
    if (tenths < 0) {
        out += '-';
        tenths = -tenths;
    }
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, tenths / 10).ptr;
    out.append(digits, end);
    if (tenths % 10 != 0) {
        out += '.';
        out += static_cast<char>('0' + tenths % 10);
    }
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
        }
    }
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
