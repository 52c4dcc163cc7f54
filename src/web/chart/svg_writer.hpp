#pragma once

#include <string>
#include <string_view>

namespace maerkbar::web::chart {

// Appends a coordinate with at most one decimal: 12, 12.5, -3.
void append_coordinate(std::string& out, double value);
// Appends text with & < > and " replaced, so that it may stand in an attribute as well; leaves out characters
// that XML does not allow.
void append_escaped(std::string& out, std::string_view text);

// Writes SVG elements one after the other. Names of elements and attributes are our own constants; values are
// escaped.
//   svg.open("text").at("x", 4).at("class", "chart-tick").text("okt.");      <text x="4"
//   class="chart-tick">okt.</text>
class SvgWriter {
  public:
    SvgWriter& open(std::string_view element);
    SvgWriter& at(std::string_view attribute, double value);
    SvgWriter& at(std::string_view attribute, std::string_view value);
    SvgWriter& at(std::string_view attribute, const char* value) {
        return at(attribute, std::string_view(value));
    }
    void close();                     // an element without content
    void text(std::string_view text); // an element with text alone
    void body();                      // content follows; finish with end()
    void end(std::string_view element);
    void raw(std::string_view svg) { out_ += svg; } // already written SVG
    void reserve(std::size_t bytes) { out_.reserve(bytes); }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
    std::string open_;
};

// The d attribute of a path.
class Path {
  public:
    Path& move(double x, double y) { return command('M', x, y); }
    Path& line(double x, double y) { return command('L', x, y); }
    Path& across(double x);
    Path& down(double y);
    Path& close();
    [[nodiscard]] bool empty() const { return data_.empty(); }
    [[nodiscard]] const std::string& data() const { return data_; }

  private:
    Path& command(char letter, double x, double y);
    std::string data_;
};

} // namespace maerkbar::web::chart
