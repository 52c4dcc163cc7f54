#include "measurement/cell.hpp"

#include <algorithm>

namespace maerkbar::measurement {

namespace {

void append(std::string& text, char letter, Int128 number) {
    if (number == 0) return;
    if (!text.empty()) text += ' ';
    text += letter;
    text += to_text(number);
}

void append(std::string& text, const Histogram& histogram) {
    if (histogram.empty()) return;
    text += " h";
    for (const auto& bucket : histogram.buckets()) {
        if (text.back() != 'h') text += ',';
        text += std::to_string(bucket.index) + ':' + std::to_string(bucket.count);
    }
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

bool take_small(std::string_view& text, std::int64_t& number) {
    Int128 wide = 0;
    if (!take_number(text, wide)) return false;
    number = static_cast<std::int64_t>(wide);
    return number == wide;
}

bool take_histogram(std::string_view& text, Histogram& histogram) {
    do {
        std::int64_t index = 0;
        std::int64_t count = 0;
        if (!take_small(text, index) || !take(text, ':') || !take_small(text, count)) return false;
        if (!histogram.append({static_cast<std::int32_t>(index), count})) return false;
    } while (take(text, ','));
    return true;
}

bool take_field(char letter, std::string_view& text, Cell& cell) {
    switch (letter) {
        case 'r':
            return take_small(text, cell.rows);
        case 'n':
            return take_small(text, cell.count);
        case 'u':
            return take_small(text, cell.unknown);
        case 's':
            return take_number(text, cell.sum);
        case 'w':
            return take_number(text, cell.weight);
        case 'q':
            return take_number(text, cell.squares);
        case 'a':
            return take_small(text, cell.minimum);
        case 'z':
            return take_small(text, cell.maximum);
        case 'o':
            return take_small(text, cell.units);
        case 'l':
            return take_small(text, cell.units_late);
        case 'h':
            return take_histogram(text, cell.histogram);
        default:
            return false;
    }
}

} // namespace

void Cell::add_value(std::int64_t value) {
    minimum = count == 0 ? value : std::min(minimum, value);
    maximum = count == 0 ? value : std::max(maximum, value);
    ++count;
    sum += value;
    squares += static_cast<Int128>(value) * value;
}

void Cell::merge(const Cell& other) {
    if (other.count > 0) {
        minimum = count == 0 ? other.minimum : std::min(minimum, other.minimum);
        maximum = count == 0 ? other.maximum : std::max(maximum, other.maximum);
    }
    rows += other.rows;
    count += other.count;
    unknown += other.unknown;
    sum += other.sum;
    weight += other.weight;
    squares += other.squares;
    histogram.merge(other.histogram);
    units += other.units;
    units_late += other.units_late;
}

Cell Cell::opposite() const {
    Cell cell;
    cell.rows = rows; // there is data on the day it ends, too
    cell.count = -count;
    cell.unknown = -unknown;
    cell.sum = -sum;
    cell.weight = -weight;
    cell.squares = -squares;
    return cell;
}

std::string encode(const Cell& cell) {
    std::string text;
    append(text, 'r', cell.rows);
    append(text, 'n', cell.count);
    append(text, 'u', cell.unknown);
    append(text, 's', cell.sum);
    append(text, 'w', cell.weight);
    append(text, 'q', cell.squares);
    append(text, 'a', cell.minimum);
    append(text, 'z', cell.maximum);
    append(text, cell.histogram);
    append(text, 'o', cell.units);
    append(text, 'l', cell.units_late);
    return text;
}

Result<Cell> decode(std::string_view text) {
    Cell cell;
    auto rest = text;
    while (!rest.empty()) {
        const char letter = rest.front();
        rest.remove_prefix(1);
        if (!take_field(letter, rest, cell) || (!rest.empty() && !take(rest, ' ')))
            return Error{ErrorKind::internal,
                         "measurement.cell_unreadable",
                         "A stored cell cannot be read: {cell}. Rebuild the cells of this indicator.",
                         {{"cell", std::string(text)}}};
    }
    return cell;
}

} // namespace maerkbar::measurement
