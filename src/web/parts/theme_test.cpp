#include "web/parts/theme.hpp"

#include <doctest/doctest.h>

#include "web/assets.hpp"

using namespace maerkbar::web;
using namespace maerkbar::web::parts;

namespace {

// The value of --brand-NAME by day (0) or by night (1).
Colour brand(const std::string& css, const std::string& name, int which) {
    const std::string key = "--brand-" + name + ": light-dark(";
    const std::size_t at = css.find(key) + key.size();
    return Colour::parse(css.substr(which == 0 ? at : at + std::string_view("#rrggbb, ").size(), 7)).value();
}

} // namespace

TEST_CASE("colours are read and written") {
    CHECK(Colour::parse("#1b4F8c") == Colour{0x1b, 0x4f, 0x8c});
    CHECK(Colour{0x1b, 0x4f, 0x8c}.hex() == "#1b4f8c");
    for (const auto* const wrong : {"", "1b4f8c", "#1b4f8", "#1b4f8g", "#1b4f8c0", "red", "#-1b4f8"})
        CHECK_FALSE(Colour::parse(wrong));
}

TEST_CASE("contrast is WCAG's") {
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
    CHECK(contrast({0x77, 0x77, 0x77}, {255, 255, 255}) == doctest::Approx(4.478).epsilon(0.001));
    CHECK(luminance({255, 0, 0}) == doctest::Approx(0.2126));
}

TEST_CASE("a colour without chroma is grey, and with all of it unchanged") {
    const Colour blue{0x1b, 0x4f, 0x8c};
    CHECK(with_chroma(blue, 1) == blue);
    const Colour grey = with_chroma(blue, 0);
    CHECK(grey.red == grey.green);
    CHECK(grey.green == grey.blue);
}

TEST_CASE("every brand colour gives a palette that can be read") {
    for (const auto* const text :
         {"#1b4f8c", "#ffe600", "#000000", "#ffffff", "#e4002b", "#00a651", "#777777", "#f7c8d4"}) {
        INFO(std::string(text));
        const std::string css = theme_css(Colour::parse(text).value());
        const Colour surface[] = {{255, 255, 255}, {0x18, 0x20, 0x2a}};
        const Colour words[] = {{0x16, 0x20, 0x2c}, {0xe9, 0xed, 0xf2}};
        for (const int which : {0, 1}) {
            CHECK(contrast(brand(css, "text", which), surface[which]) >= 4.5);
            CHECK(contrast(brand(css, "on-base", which), brand(css, "base", which)) >= 4.5);
            CHECK(contrast(words[which], brand(css, "tint", which)) >= 7);
            CHECK(contrast(words[which], brand(css, "tint-hover", which)) >= 7);
        }
        CHECK(brand(css, "base", 0).hex() == text);
    }
}

TEST_CASE("a colour too pale for buttons gets a darker neighbour that is not") {
    CHECK(contrast_with_page({0x1b, 0x4f, 0x8c}) > least_contrast);
    for (const auto* const text : {"#ffe600", "#ffffff", "#f7c8d4", "#9bb7da"}) {
        INFO(std::string(text));
        const Colour pale = Colour::parse(text).value();
        CHECK(contrast_with_page(pale) < least_contrast);
        CHECK(contrast_with_page(readable_brand(pale)) >= least_contrast);
        CHECK(contrast_with_page(readable_brand(pale)) < least_contrast + 0.3);
    }
    CHECK(readable_brand({0x1b, 0x4f, 0x8c}) == Colour{0x1b, 0x4f, 0x8c});
}

TEST_CASE("a luminance is met from above and below") {
    for (const double wanted : {0.02, 0.2, 0.5, 0.9})
        CHECK(luminance(with_luminance({0xe4, 0x00, 0x2b}, wanted)) == doctest::Approx(wanted).epsilon(0.05));
}

TEST_CASE("every colour of the style sheet stands once, with its night beside it") {
    std::string_view css;
    for (const Asset& asset : assets())
        if (asset.name == "main.css") css = asset.content;
    CHECK(css.find("prefers-color-scheme") == std::string_view::npos);
    for (const auto* const role :
         {"--page", "--surface", "--text", "--line", "--status-bad", "--chart-band"}) {
        const std::string key = std::string(role) + ": ";
        INFO(key);
        const auto at = css.find(key);
        CHECK(css.substr(at + key.size()).starts_with("light-dark("));
        CHECK(css.find(key + "light-dark(", at + 1) == std::string_view::npos);
    }
}
