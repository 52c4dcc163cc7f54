#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::documents {

// A text for people to read on, change and print in a word processor: headings, paragraphs, lists and tables
// in one language, on A4. Line breaks within texts are kept.
class TextDocument {
  public:
    // `language` is da, nb or en: spelling and screen readers follow it.
    TextDocument(std::string title, std::string_view language);

    void heading(int level, std::string_view text); // 1 to 3, beneath the title
    void paragraph(std::string_view text);
    void small_print(std::string_view text);
    void bullets(std::span<const std::string> lines);  // nothing where there is none
    void numbered(std::span<const std::string> lines); // nothing where there is none
    // The first row of `rows` are the headings of the columns, repeated on each sheet. Nothing without a
    // second row.
    void table(const std::vector<std::vector<std::string>>& rows);

    // The bytes of an OpenDocument text (ODF 1.3). Error: documents.not_packed (internal).
    [[nodiscard]] Result<std::string> odt() const;

  private:
    void list(std::string_view style, std::span<const std::string> lines);

    std::string title_;
    std::string_view country_;
    std::string language_;
    std::string body_;
    int tables_ = 0;
};

} // namespace maerkbar::documents
