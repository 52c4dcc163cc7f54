#include "comments/masking.hpp"

#include <doctest/doctest.h>

#include <vector>

using maerkbar::comments::mask_personal_data;

namespace {

std::string masked(std::string_view text) {
    return mask_personal_data(text).text;
}

} // namespace

TEST_CASE("numbers that point at a person") {
    CHECK(masked("fnr 010170 00000, 4101700000") == "fnr [ID], [NUMBER]");
    CHECK(masked("D-nummer 41017000000") == "D-nummer [ID]");
    CHECK(masked("12345678") == "[PHONE]");
    CHECK(masked("Ring 1234 5678 i morgen") == "Ring [PHONE] i morgen");
    CHECK(masked("+4712345678 eller +46 70 123 45 67.") == "[PHONE] eller [PHONE].");
    CHECK(masked("+45 12 34 56 78 10 gange") == "[PHONE] 10 gange");
    CHECK(masked("konto 1234 56 78901") == "konto [ACCOUNT]");
    CHECK(masked("konto 1234 0012345678") == "konto [ACCOUNT]");
    CHECK(masked("IBAN DK50 0040 0440 1162 43") == "IBAN [ACCOUNT]");
    CHECK(masked("kort 4571 1234 1234 1234") == "kort [ACCOUNT]");
    CHECK(masked("Saksnr: 24/00123 og 2024/123456") == "Saksnr: [CASE] og [CASE]");
    CHECK(masked("sag 1234") == "sag [CASE]");
    CHECK(masked("id 999999999") == "id [NUMBER]");
}

TEST_CASE("numbers that point at nobody stay") {
    for (const auto* text :
         {"fra 2023-2024", "2023 2024", "12.500.000 kr", "kl. 14.30-15.15", "den 12.05.2024 kl. 9",
          "1 000 000", "sag 2 af 3", "side 12/24", "C3PO 12", "i 45 minutter", "100 %", "+ 5", "1.", "+"})
        CHECK(masked(text) == text);
}

TEST_CASE("addresses") {
    CHECK(masked("(bo.berg+x@kommune.example.dk)") == "([EMAIL])");
    CHECK(masked("Bo@arbejde") == "Bo@arbejde"); // no address without a full stop
    CHECK(masked("WWW.example.org/a?b=1, og") == "[URL], og");
    CHECK(masked("søren@example.org.") == "[EMAIL].");
    CHECK(masked("@") == "@");
}

TEST_CASE("names of staff, as words of their own") {
    const std::vector<std::string> names{"Bo", "Bo Berg", "Åse", ""};
    const auto got = mask_personal_data("BO BERG og åse hjalp mig; bo i Bolig, Åses team", names);
    CHECK(got.text == "[NAME] og [NAME] hjalp mig; [NAME] i Bolig, Åses team");
    CHECK(got.findings == 3);
    CHECK(mask_personal_data("intet").findings == 0);
}

TEST_CASE("broken text is no reason to stop") {
    CHECK(masked("\xC3") == "\xC3");
    CHECK(masked("\xFF\xFE 12345678 \xE2\x80") == "\xFF\xFE [PHONE] \xE2\x80");
    CHECK(masked(std::string("a\0b", 3)) == std::string("a\0b", 3));
}
