#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "tables/zip_part.hpp"

namespace maerkbar::tables {

// The attributes of an element; prefixes of names are ignored.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    // Empty where there is none of that name.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;

  private:
    const char** pairs_;
};

// What is told while XML is read. Names come without prefix: strict and transitional files use different
// ones.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual Result<void> start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual Result<void> end(std::string_view name) = 0;
    virtual Result<void> text(std::string_view piece) = 0;
};

// One XML part of a spreadsheet, read piece by piece. Document type declarations are refused: spreadsheets
// have none, and they are what entity bombs are made of.
class XmlStream {
  public:
    XmlStream(ZipPart part, XmlHandler& handler); // `handler` must outlive this
    XmlStream(XmlStream&&) noexcept;
    ~XmlStream();

    // Reads a block further; false when the part is at its end.
    Result<bool> step();
    Result<void> read_all();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace maerkbar::tables
