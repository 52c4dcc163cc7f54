#pragma once

#include <optional>
#include <string>
#include <string_view>

// A municipality's own colour, turned into the palette of assets/css/tokens.css.
namespace maerkbar::web::parts {

// sRGB, each 0 to 255.
struct Colour {
    int red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;

    // "#1b4f8c"; no value for anything else.
    static std::optional<Colour> parse(std::string_view text);
    [[nodiscard]] std::string hex() const;
};

// Relative luminance of WCAG 2, 0 to 1.
[[nodiscard]] double luminance(Colour colour);
// Contrast of WCAG 2, 1 to 21.
[[nodiscard]] double contrast(Colour one, Colour other);

// The colour mixed with white or black until it has this luminance (0 to 1, within a hundredth).
[[nodiscard]] Colour with_luminance(Colour colour, double wanted);
// The same colour with its chroma in OKLCH times `factor`; colours outside sRGB are cut to it.
[[nodiscard]] Colour with_chroma(Colour colour, double factor);

// What WCAG 2 (1.4.11) asks of buttons and marks against the ground they lie on.
inline constexpr double least_contrast = 3;
// Contrast of a brand colour, as buttons and marks show it, to the page it lies on (the light one; on dark
// pages the colour is lightened until it can be seen).
[[nodiscard]] double contrast_with_page(Colour brand);
// The nearest darker colour that has the least contrast, with a little to spare.
[[nodiscard]] Colour readable_brand(Colour brand);

// /theme.css for this brand colour: light and dark values of every --brand-… name. Each step has a fixed
// luminance, so that contrasts hold for every colour (text on its ground at least 4.5); the base is the
// colour as given, in dark pages lightened with chroma times 0.7. Text on the base is black or white,
// whichever contrasts more.
[[nodiscard]] std::string theme_css(Colour brand);

} // namespace maerkbar::web::parts
