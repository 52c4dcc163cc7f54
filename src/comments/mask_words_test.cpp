#include "comments/mask_words.hpp"

#include <doctest/doctest.h>

#include "comments/masking.hpp"

using namespace maerkbar::comments;

namespace {

const auto danish = [](std::string_view english) {
    if (english == "[phone number]") return std::string("[telefonnummer]");
    return english == "[name]" ? std::string("[navn]") : std::string(english);
};

} // namespace

TEST_CASE("a mask is read as words in the reader's language") {
    const auto masked = mask_personal_data("Ring 12345678 til Bo", std::vector<std::string>{"Bo"}).text;
    CHECK(masked == "Ring [PHONE] til [NAME]");
    CHECK(masks_in_words(masked, danish) == "Ring [telefonnummer] til [navn]");
    CHECK(masks_in_words("[se bilag] [[PHONE]] a] [", danish) == "[se bilag] [[telefonnummer]] a] [");
    CHECK(masks_in_words("", danish).empty());
}

TEST_CASE("words typed for a mask become its code again") {
    CHECK(masks_as_codes("Ring [telefonnummer] til [NAVN], [Navn]", danish) ==
          "Ring [PHONE] til [NAME], [NAME]");
    CHECK(masks_as_codes("[PHONE] [andet]", danish) == "[PHONE] [andet]");
}

TEST_CASE("every mask there is has words") {
    const auto masked =
        mask_personal_data(
            "010190-1234 12345678 a@b.dk https://b.dk sagsnr. 12-345 NO9386011117947 123456789012")
            .text;
    const auto words = masks_in_words(masked, [](std::string_view) { return std::string("ok"); });
    CAPTURE(masked);
    CHECK(masked.find('[') != std::string::npos);
    CHECK(words.find('[') == std::string::npos);
}
