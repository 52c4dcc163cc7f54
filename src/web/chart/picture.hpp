#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "web/chart/number_style.hpp"

// What a chart shows, as plain data. Texts are already in the reader's language. A number that does not exist
// is NaN.
namespace maerkbar::web::chart {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

// What the rules said of one point. Each has its own shape as well as its own colour.
enum class Mark {
    ordinary,    // small dot
    improvement, // diamond
    concern,     // square
    unusual,     // triangle: a signal on an indicator where neither direction is better
};

struct Point {
    std::string label;          // the whole name of the period: "oktober 2026"
    std::string tick;           // the short one on the axis: "okt."
    std::string group = {};     // what several ticks share, written below them once: "2026"
    double y = none;            // NaN leaves a gap that is not joined
    double centre = none;       // centre line at this point
    double lower = none;        // control limits at this point
    double upper = none;        //
    Mark mark = Mark::ordinary; //
    bool excluded = false;      // drawn hollow; took no part in the limits
    std::string remark = {};    // what a person adds in words: "1.204 af 1.384; over den øvre grænse"
    std::string href = {};      // the rows behind the point; makes it a link on the single-chart page
};

// A new level (phase) starts at this point; its label is written above the centre line.
struct Phase {
    std::size_t first = 0;
    std::string label = {};
};

// From this point on, this target. A band has both ends, a floor or a ceiling one; both NaN ends the target.
struct TargetStep {
    std::size_t first = 0;
    double floor = none;
    double ceiling = none;
};

// A dated note or intervention: a numbered mark at the foot of the chart, the text beside its number in the
// list.
struct Note {
    std::size_t point = 0;
    std::string text;
    bool intervention = false; // also draws a line through the chart
};

// Points first to last (inclusive) that the limits were frozen on.
struct Baseline {
    std::size_t first = 0;
    std::size_t last = 0;
};

struct ControlChartPicture {
    std::string id = "chart"; // unique on the page; prefix of the ids inside
    std::string title;        // "Opkald besvaret inden 2 minutter"
    std::string description;  // the sentence of the verdict
    std::string y_name = {};  // unit of measure above the axis: "Andel", "dage"
    NumberStyle numbers = {};
    std::vector<Point> points = {};
    std::vector<Phase> phases = {};       // by first; the one at 0 may be left out
    std::vector<TargetStep> targets = {}; // by first
    std::string target_label = {};        // "Mål: mindst 80 %"
    std::vector<Note> notes = {};
    std::optional<Baseline> baseline = {};
    double least = none;    // natural bounds of the measure (0 and 1 for a share): the axis stays inside them
    double greatest = none; //
};

// The small picture of a card: one image, no text but its name.
struct SparklinePicture {
    std::string name; // "Udvikling over 24 måneder" – what a screen reader says
    std::vector<Point> points = {};
    std::vector<TargetStep> targets = {};
};

// One row of a comparison: a unit with its value and interval.
struct ComparisonRow {
    std::string label;
    double value = none;
    double lower = none; // interval of uncertainty; NaN draws none
    double upper = none;
    Mark mark = Mark::ordinary;
    std::string remark = {}; // written after the value: "1.204 af 1.384"
    std::string href = {};
};

struct ComparisonPicture {
    std::string id = "comparison";
    std::string title;
    std::string description;
    NumberStyle numbers = {};
    std::vector<ComparisonRow> rows = {};
    double target = none;
    std::string target_label = {};
    double reference = none;          // the whole the rows are parts of
    std::string reference_label = {}; // "Fjordby Kommune 86 %"
    double least = none;              // natural bounds, as above
    double greatest = none;
};

// The words inside charts; English here, the reader's through parts::chart_words(language).
struct Words {
    std::string level = "Level";
    std::string limits = "Expected variation";
    std::string target = "Target";
    std::string improvement = "Sign of improvement";
    std::string concern = "Sign of decline";
    std::string unusual = "Unusual";
    std::string excluded = "Left out of the calculation";
    std::string baseline = "Baseline";
    std::string note = "Note";
    std::string no_data = "There is nothing to draw yet.";
};

enum class Width { wide, narrow }; // 760 and 340 units: a page and a phone

struct Options {
    Width width = Width::wide;
    bool links = false;      // points with href become links, one tab stop, arrow keys by script
    bool standalone = false; // a file of its own: xmlns, white ground and a <style> block
};

} // namespace maerkbar::web::chart
