#include "sources/surveys/definition/code.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cctype>
#include <utility>

using namespace maerkbar::surveys;

namespace {

std::string some_code() {
    constexpr std::array<unsigned char, 9> random{3, 200, 17, 94, 0, 31, 247, 65, 120};
    return make_code(random, one_time_length);
}

std::string error_of(std::string_view typed) {
    const auto read = read_code(typed, one_time_length);
    return read.ok() ? "" : read.error().code;
}

} // namespace

TEST_CASE("a code is read however it is typed") {
    const auto code = some_code();
    CHECK(code.size() == 10);
    CHECK(read_code(code, one_time_length).value() == code);
    std::string typed = " " + grouped(code) + "\n";
    for (char& c : typed)
        c = static_cast<char>(std::tolower(c));
    CHECK(read_code(typed, one_time_length).value() == code);
    CHECK(grouped("ABCDEFGHJK") == "ABCDE-FGHJK");
}

TEST_CASE("every single wrong sign and every swap is found") {
    const auto code = some_code();
    for (std::size_t i = 0; i < code.size(); ++i) {
        for (const char sign : code_signs) {
            auto wrong = code;
            wrong[i] = sign;
            CHECK((wrong == code || error_of(wrong) == "code.mistyped"));
        }
        for (std::size_t j = i + 1; j < code.size(); ++j) {
            auto swapped = code;
            std::swap(swapped[i], swapped[j]);
            CHECK((swapped == code || error_of(swapped) == "code.mistyped"));
        }
    }
}

TEST_CASE("signs that look alike are told apart for the person") {
    CHECK(error_of("O2345ABCDE") == "code.foreign_sign");
    CHECK(error_of("æ2345ABCDE") == "code.foreign_sign");
    CHECK(error_of("2345") == "code.length");
    CHECK(error_of("") == "code.length");
}
