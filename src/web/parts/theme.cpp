#include "web/parts/theme.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "web/day_colours.hpp"

namespace maerkbar::web::parts {
namespace {

constexpr Colour white{255, 255, 255}, black{0, 0, 0};
constexpr Colour light_page{0xf6, 0xf7, 0xf9}; // --page of tokens.css

// Transfer function of sRGB (IEC 61966-2-1) and back; 0 to 1.
double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}
double encoded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}
double linear(int channel) {
    return linear(channel / 255.0);
}
int channel(double linear) {
    return std::clamp(static_cast<int>(std::lround(encoded(linear) * 255)), 0, 255);
}

Colour mixed(Colour from, Colour to, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue)};
}

// One name of the palette, by day and by night.
struct Declaration {
    const char* name;
    Colour light;
    Colour dark;
};

std::string declarations(const std::array<Declaration, 7>& all) {
    std::string text;
    for (const Declaration& one : all)
        text += std::string("  --brand-") + one.name + ": light-dark(" + one.light.hex() + ", " +
                one.dark.hex() + ");\n";
    return text;
}

Colour text_on(Colour ground) {
    return contrast(ground, white) >= contrast(ground, black) ? white : black;
}

// A little darker under the pointer, or lighter where the colour is nearly black already.
Colour pointed_at(Colour base) {
    const double now = luminance(base);
    return with_luminance(base, now > 0.03 ? now * 0.65 : now + 0.04);
}

// Luminance of each step; the light ones as Designsystemet spaces its scale, the dark ones against the dark
// surface #18202a (luminance 0.014).
std::array<Declaration, 7> palette(Colour brand) {
    const Colour quiet = with_chroma(brand, 0.7);
    const Colour night = with_luminance(quiet, std::max(luminance(brand), 0.4));
    return {{{"tint", with_luminance(brand, 0.84), with_luminance(quiet, 0.024)},
             {"tint-hover", with_luminance(brand, 0.73), with_luminance(quiet, 0.038)},
             {"line", with_luminance(brand, 0.45), with_luminance(quiet, 0.15)},
             {"text", with_luminance(brand, std::min(luminance(brand), 0.11)), with_luminance(quiet, 0.5)},
             {"base", brand, night},
             {"base-hover", pointed_at(brand), with_luminance(night, std::min(1.0, luminance(night) + 0.15))},
             {"on-base", text_on(brand), text_on(night)}}};
}

} // namespace

std::optional<Colour> Colour::parse(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    if (error != std::errc() || end != text.data() + 7) return std::nullopt;
    return Colour{static_cast<int>(value >> 16u), static_cast<int>(value >> 8u & 255u),
                  static_cast<int>(value & 255u)};
}

std::string Colour::hex() const {
    std::string text = "#";
    for (const int part : {red, green, blue})
        for (const int digit : {part / 16, part % 16})
            text += "0123456789abcdef"[digit];
    return text;
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour one, Colour other) {
    const double first = luminance(one), second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Colour with_luminance(Colour colour, double wanted) {
    const Colour end = wanted > luminance(colour) ? white : black;
    double low = 0, high = 1;
    for (int i = 0; i < 20; ++i) {
        const double share = (low + high) / 2;
        const double now = luminance(mixed(colour, end, share));
        const bool enough = end == white ? now >= wanted : now <= wanted;
        (enough ? high : low) = share;
    }
    return mixed(colour, end, high);
}

// Björn Ottosson's OKLab (2020); chroma is the distance from the grey axis, so a and b shrink alike.
Colour with_chroma(Colour colour, double factor) {
    const double r = linear(colour.red), g = linear(colour.green), b = linear(colour.blue);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const double light = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    const double a = factor * (1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s);
    const double bb = factor * (0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    const double l3 = std::pow(light + 0.3963377774 * a + 0.2158037573 * bb, 3);
    const double m3 = std::pow(light - 0.1055613458 * a - 0.0638541728 * bb, 3);
    const double s3 = std::pow(light - 0.0894841775 * a - 1.2914855480 * bb, 3);
    return {channel(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3),
            channel(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3),
            channel(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3)};
}

double contrast_with_page(Colour brand) {
    return contrast(brand, light_page);
}

Colour readable_brand(Colour brand) {
    constexpr double spare = 0.1;
    const double wanted = (luminance(light_page) + 0.05) / (least_contrast + spare) - 0.05;
    return with_luminance(brand, std::min(luminance(brand), wanted));
}

std::string theme_css(Colour brand) {
    const auto css = ":root {\n" + declarations(palette(brand)) + "}\n";
    return css + day_colours(css);
}

} // namespace maerkbar::web::parts
