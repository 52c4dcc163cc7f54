#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maerkbar::surveys {

// Questions read aloud by espeak-ng, for those who read little and whose browser has no voice of their
// language. Each text is spoken once and kept as a file; the program runs as a process of its own, one at a
// time, and gets ten seconds.
class Speech {
  public:
    // `folder` is made when it is needed; `program` is found in the path.
    explicit Speech(std::filesystem::path folder, std::string program = "espeak-ng")
        : folder_(std::move(folder)), program_(std::move(program)) {}

    static constexpr std::size_t longest = 3000; // bytes of text

    // The voice for a survey's language ("da-easy" speaks Danish); no value where there is none.
    [[nodiscard]] static std::optional<std::string_view> voice(std::string_view language);
    // A WAV file with the text. Errors: speech.no_voice (not_found), speech.failed (unavailable) where the
    // program is not there, fails or takes too long.
    Result<std::filesystem::path> spoken(std::string_view text, std::string_view language);

  private:
    std::filesystem::path folder_;
    std::string program_;
    std::mutex mutex_; // one process at a time
};

} // namespace maerkbar::surveys
