#pragma once

#include <array>
#include <cmath>
#include <string>

#include "web/chart/picture.hpp"

// Pictures with everything in them, for the tests, the gallery and the benchmark. All numbers are made up.
namespace maerkbar::web::chart::samples {

inline NumberStyle percent() {
    return {",", ".", 100, 0, "\u00a0%"};
}

// Months from May 2024 with a level of 0.79, then 0.86 from the 13th on; limits by a denominator that varies.
inline Point month_point(std::size_t i) {
    static constexpr std::array months = {"januar",    "februar", "marts",    "april",
                                          "maj",       "juni",    "juli",     "august",
                                          "september", "oktober", "november", "december"};
    static constexpr std::array noise = {0.4, -1.1, 0.8, -0.2, 1.3, -0.7, 0.1, -1.6, 0.9,  0.5, -0.4, 1.1,
                                         0.2, -0.9, 0.6, -0.3, 1.4, -1.2, 0.7, 0.0,  -0.5, 1.0, -0.8, 0.3};
    const std::size_t month = (i + 4) % 12;
    const double centre = i < 12 ? 0.79 : 0.86;
    const double width = 0.03 + 0.006 * static_cast<double>(i % 3);
    Point point{std::string(months[month]) + " " + std::to_string(2024 + (i + 4) / 12),
                std::string(months[month]).substr(0, 3), std::to_string(2024 + (i + 4) / 12)};
    point.y = centre + 0.015 * noise[i % noise.size()];
    point.centre = centre;
    point.lower = centre - width;
    point.upper = centre + width;
    point.remark = "1.204 af 1.384";
    return point;
}

inline ControlChartPicture calls_answered(std::size_t points = 24) {
    ControlChartPicture picture;
    picture.id = "calls";
    picture.title = "Opkald besvaret inden 2 minutter";
    picture.description =
        "87 % af opkaldene blev besvaret inden 2 minutter i april 2026 (1.204 af 1.384). Det er bedre end "
        "før: siden maj 2025 ligger niveauet på 86 % mod 79 % tidligere.";
    picture.y_name = "Andel af opkaldene";
    picture.numbers = percent();
    for (std::size_t i = 0; i < points; ++i)
        picture.points.push_back(month_point(i));
    picture.phases = {{0, "Før"}, {12, "Flere på telefonerne"}};
    picture.targets = {{0, 0.75, none}, {8, 0.8, none}};
    picture.target_label = "Mål: mindst 80 %";
    picture.least = 0;
    picture.greatest = 1;
    return picture;
}

// Every kind of mark, a gap, an excluded point, a frozen baseline and notes.
inline ControlChartPicture everything() {
    ControlChartPicture picture = calls_answered();
    picture.id = "everything";
    picture.baseline = Baseline{0, 7};
    picture.notes = {{5, "Nyt telefonsystem", false},
                     {12, "Tre flere ved telefonerne fra kl. 10 til 14", true}};
    auto& points = picture.points;
    points[3].mark = Mark::concern;
    points[3].y = 0.73;
    points[7].excluded = true;
    points[7].y = 0.66;
    points[9].y = none;
    points[16].mark = Mark::improvement;
    points[16].y = 0.91;
    points[20].mark = Mark::unusual;
    for (Point& point : points)
        point.href = "/rows?period=" + point.tick;
    return picture;
}

// Three years of weeks with phases, targets and notes close to each other.
inline ControlChartPicture weeks() {
    ControlChartPicture picture;
    picture.id = "weeks";
    picture.title = "Sager ældre end 30 dage";
    picture.description = "Der er færre gamle sager end før.";
    picture.numbers = {",", ".", 1, 0, "\u00a0sager"};
    for (std::size_t i = 0; i < 156; ++i) {
        const std::string week = std::to_string(i % 52 + 1), year = std::to_string(2024 + i / 52);
        Point point{"uge " + week + " " + year, "uge " + week, year};
        point.centre = i < 80 ? 1240 : i < 90 ? 800 : 310;
        point.y = point.centre + 37 * std::sin(static_cast<double>(i * i));
        point.lower = point.centre - 60;
        point.upper = point.centre + 60;
        picture.points.push_back(point);
    }
    picture.phases = {{80, "Prøve med to hold"}, {90, "Fast ordning"}};
    picture.notes = {
        {78, "Ny leder", false}, {80, "To hold", true}, {81, "Sommerferie", false}, {90, "Fast", true}};
    picture.targets = {{0, none, 500}};
    picture.target_label = "Mål: højst 500";
    picture.least = 0;
    return picture;
}

inline SparklinePicture small(const ControlChartPicture& picture) {
    return {"Udvikling over 24 måneder", picture.points, picture.targets};
}

inline ComparisonPicture units() {
    ComparisonPicture picture;
    picture.title = "Afdelingerne ved siden af hinanden";
    picture.description = "Opkald besvaret inden 2 minutter, oktober 2026.";
    picture.numbers = percent();
    picture.target = 0.8;
    picture.target_label = "Mål: mindst 80 %";
    picture.reference = 0.86;
    picture.reference_label = "Fjordby Kommune 86 %";
    picture.least = 0;
    picture.greatest = 1;
    picture.rows = {
        {"Borgerservice, rådhuset", 0.91, 0.88, 0.93, Mark::improvement, "612 af 672", "/units/2"},
        {"Borgerservice, biblioteket i Vesterby", 0.84, 0.79, 0.88, Mark::ordinary, "203 af 242", "/units/3"},
        {"Ydelsescentret", 0.71, 0.66, 0.76, Mark::concern, "231 af 325", "/units/4"},
        {"Pladsanvisningen", none, none, none, Mark::ordinary, "ingen opkald", "/units/5"}};
    return picture;
}

} // namespace maerkbar::web::chart::samples
