#include "measurement/cell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace maerkbar::measurement;

namespace {

Cell cell_of(std::vector<std::int64_t> values) {
    Cell cell;
    for (const auto value : values) {
        ++cell.rows;
        cell.add_value(value);
        cell.histogram.add(value);
    }
    return cell;
}

} // namespace

TEST_CASE("whole numbers of 128 bits are written and read exactly") {
    const Int128 largest = ~(static_cast<Int128>(1) << 127);
    for (const Int128 number : {Int128{0}, Int128{-1}, Int128{1204}, largest, -largest}) {
        const auto written = to_text(number);
        std::string_view text = written;
        Int128 back = 7;
        REQUIRE(take_number(text, back));
        CHECK(back == number);
        CHECK(text.empty());
    }
    CHECK(to_text(largest) == "170141183460469231731687303715884105727");
    std::string_view too_large = "170141183460469231731687303715884105728";
    Int128 ignored = 0;
    CHECK_FALSE(take_number(too_large, ignored));
}

TEST_CASE("small whole numbers have their own bucket, large ones one within 0.4 %") {
    for (std::int64_t value = -255; value <= 255; ++value)
        CHECK(middle_of(bucket_of(value)) == static_cast<double>(value));
    std::mt19937_64 random(7);
    std::int32_t before = bucket_of(255);
    for (std::int64_t value = 256; value > 0 && value < (std::int64_t{1} << 61);
         value += 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(value / 3))) {
        const double middle = middle_of(bucket_of(value));
        CHECK(std::abs(middle - static_cast<double>(value)) <= static_cast<double>(value) / 256);
        CHECK(bucket_of(value) >= before);
        CHECK(bucket_of(-value) == -bucket_of(value));
        before = bucket_of(value);
    }
}

TEST_CASE("quantiles of small numbers are those of a spreadsheet") {
    const auto cell = cell_of({2, 4, 4, 5, 9, 12});
    CHECK(cell.histogram.quantile(0.5) == doctest::Approx(4.5));
    CHECK(cell.histogram.quantile(0.9) == doctest::Approx(10.5));
    CHECK(cell.histogram.quantile(0) == 2);
    CHECK(cell.histogram.quantile(1) == 12);
    CHECK(cell_of({7}).histogram.quantile(0.9) == 7);
}

TEST_CASE("merging is exact in any order and grouping") {
    std::mt19937 random(11);
    std::vector<std::int64_t> values(500);
    for (auto& value : values)
        value = static_cast<std::int64_t>(random() % 9000) - 1000;
    const auto whole = cell_of(values);
    for (int attempt = 0; attempt < 20; ++attempt) {
        std::shuffle(values.begin(), values.end(), random);
        Cell merged;
        for (std::size_t i = 0; i < values.size();) {
            const auto end = std::min(values.size(), i + random() % 40);
            merged.merge(
                cell_of({values.begin() + static_cast<long>(i), values.begin() + static_cast<long>(end)}));
            i = end;
        }
        CHECK(merged == whole);
    }
}

TEST_CASE("a cell is one readable line") {
    Cell share;
    share.rows = 2010;
    share.count = 1384;
    share.sum = 1204;
    share.weight = 1384;
    CHECK(encode(share) == "r2010 n1384 s1204 w1384");
    CHECK(encode(cell_of({120, 190, 200})) == "r3 n3 s510 q90500 a120 z200 h120:1,190:1,200:1");
    CHECK(encode(Cell{}).empty());
    for (const auto& cell : {share, cell_of({-5, 0, 100000}), Cell{}}) {
        const auto back = decode(encode(cell));
        REQUIRE(back);
        CHECK(*back == cell);
    }
}

TEST_CASE("a line that is no cell is refused") {
    for (const auto* text : {"n", "x4", "n12s3", "h3:1,2:1", "h3:0", "n99999999999999999999", " n1"}) {
        CAPTURE(text);
        CHECK_FALSE(decode(text));
    }
}
