#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "web/multipart.hpp"

namespace {

using maerkbar::Result;

// Everything found, as one text; parts that are not ended in order end the program.
class Notes : public maerkbar::web::PartSink {
  public:
    std::string text;
    Result<void> begin(maerkbar::web::PartHead head) override {
        if (open_) std::abort();
        open_ = true;
        text += head.name + "\n" + head.filename.value_or("\r") + "\n" + head.content_type + "\n";
        return {};
    }
    Result<void> data(std::string_view piece) override {
        if (!open_ || piece.empty()) std::abort();
        text += piece;
        return {};
    }
    Result<void> end() override {
        if (!open_) std::abort();
        open_ = false;
        text += "\n\n";
        return {};
    }

  private:
    bool open_ = false;
};

std::string found_in(std::string_view body, std::size_t piece) {
    Notes notes;
    maerkbar::web::MultipartParser parser("X", notes);
    for (std::size_t at = 0; at < body.size(); at += piece)
        if (!parser.push(body.substr(at, piece)).ok()) return "broken";
    return parser.finish().ok() ? notes.text : "broken";
}

} // namespace

// The boundary is X. The same must be found however the body is cut into pieces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const auto at_once = found_in(body, size + 1);
    if (found_in(body, 1) != at_once || found_in(body, 5) != at_once) std::abort();
    static_cast<void>(maerkbar::web::multipart_boundary(body));
    return 0;
}
