#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

// A report as a list of what stands in it, shown as a page and as a file for a word processor alike.
namespace maerkbar::assessment {

struct Heading {
    int level = 1; // 1 to 3
    std::string text;
};
struct Paragraph {
    std::string text;
    bool small = false;
};
struct Lines {
    std::vector<std::string> lines;
    bool numbered = false;
};
struct Grid {
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};
using Block = std::variant<Heading, Paragraph, Lines, Grid>;

struct Outline {
    std::string title;
    std::vector<Block> blocks = {};

    void heading(int level, std::string text) { blocks.push_back(Heading{level, std::move(text)}); }
    void paragraph(std::string text) { blocks.push_back(Paragraph{std::move(text)}); }
    void small(std::string text) { blocks.push_back(Paragraph{std::move(text), true}); }
    // A heading and what is beneath it, where there is any.
    void lines(int level, std::string text, const std::vector<std::string>& content);
};

// Without the title, which the page shows itself.
[[nodiscard]] web::Html html_of(const Outline& outline);
// The bytes of an OpenDocument text.
[[nodiscard]] Result<std::string> odt_of(const Outline& outline, const web::Language& language);

} // namespace maerkbar::assessment
