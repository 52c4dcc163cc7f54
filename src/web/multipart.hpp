#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maerkbar::web {

// What a part of a multipart/form-data body says about itself.
struct PartHead {
    std::string name;
    std::optional<std::string> filename; // without any folder; a part with one is a file
    std::string content_type;
};

// Takes what MultipartParser finds, in order. An error ends the parsing.
class PartSink {
  public:
    virtual ~PartSink() = default;
    virtual Result<void> begin(PartHead head) = 0;
    virtual Result<void> data(std::string_view piece) = 0; // any number of times
    virtual Result<void> end() = 0;
};

// Reads multipart/form-data (RFC 7578) piece by piece, keeping no more than a delimiter's length of content
// and at most 8 KiB of a part's head.
class MultipartParser {
  public:
    // The sink must outlive the parser.
    MultipartParser(std::string_view boundary, PartSink& sink);

    Result<void> push(std::string_view piece);
    // After the last piece: an error when the body was cut off.
    [[nodiscard]] Result<void> finish() const;

  private:
    enum class State { preamble, after_delimiter, head, content, epilogue };
    // Does one step with what is pending; false when it needs more.
    Result<bool> step();
    Result<bool> skip_preamble();
    Result<bool> end_or_next();
    Result<bool> read_head();
    Result<bool> pass_content();
    void consume(std::size_t bytes) { at_ += bytes; }
    [[nodiscard]] std::string_view rest() const { return std::string_view(pending_).substr(at_); }

    std::string delimiter_; // CR LF, two dashes, boundary
    PartSink& sink_;
    State state_ = State::preamble;
    std::string pending_ = "\r\n"; // so that the first delimiter is like the others
    std::size_t at_ = 0;           // of pending_ up to here is done
};

// The boundary of a multipart/form-data Content-Type; no value for other types or a bad boundary.
[[nodiscard]] std::optional<std::string> multipart_boundary(std::string_view content_type);

} // namespace maerkbar::web
