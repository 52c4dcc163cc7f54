#include "sources/surveys/speech.hpp"

#include <fcntl.h>

#include <algorithm>
#include <fstream>

#include "base/child_process.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/texts.hpp"
#include "sources/surveys/secrets.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::chrono::seconds patience{10};
constexpr const char* words_a_minute = "135"; // slower than its usual 175

Error failed() {
    return {ErrorKind::unavailable, "speech.failed",
            translatable("The question cannot be read aloud now. Try again in a moment.")};
}

// The text comes from a file as standard input, never as an argument.
bool run(const std::string& program, const std::string& voice, const std::string& text_file,
         const std::string& sound_file) {
    const Descriptor text(::open(text_file.c_str(), O_RDONLY | O_CLOEXEC));
    const Descriptor nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    const auto process = start_program(
        {program, "-v", voice, "-s", words_a_minute, "-w", sound_file, "--stdin"}, text, nowhere);
    return process != 0 && ends_well(process, patience);
}

} // namespace

std::optional<std::string_view> Speech::voice(std::string_view language) {
    constexpr std::pair<std::string_view, std::string_view> voices[] = {
        {"da", "da"}, {"nb", "nb"}, {"nn", "nb"}, {"en", "en-gb"}, {"sv", "sv"}, {"de", "de"}, {"pl", "pl"},
        {"uk", "uk"}, {"ar", "ar"}, {"tr", "tr"}, {"fa", "fa"},    {"kl", "kl"}, {"fi", "fi"}};
    const auto base = base_language(language);
    const auto* const found = std::ranges::find(voices, base, [](const auto& one) { return one.first; });
    if (found == std::end(voices)) return std::nullopt;
    return found->second;
}

Result<std::filesystem::path> Speech::spoken(std::string_view text, std::string_view language) {
    const auto speaker = voice(language);
    if (!speaker || text.empty() || text.size() > longest)
        return Error{ErrorKind::not_found, "speech.no_voice",
                     translatable("There is no voice for this language.")};
    const auto name =
        one_way("speech", std::string(*speaker) + ':' + words_a_minute + ':' + std::string(text));
    const auto file = folder_ / (name + ".wav");
    const std::lock_guard lock(mutex_);
    std::error_code wrong;
    if (std::filesystem::exists(file, wrong)) return file;
    std::filesystem::create_directories(folder_, wrong);
    const auto said = folder_ / (name + ".txt");
    const auto beside = folder_ / (name + ".part");
    { std::ofstream(said) << text; }
    const bool spoke = run(program_, std::string(*speaker), said.string(), beside.string()) &&
                       std::filesystem::file_size(beside, wrong) > 100 && !wrong;
    std::filesystem::remove(said, wrong);
    if (spoke) std::filesystem::rename(beside, file, wrong);
    if (spoke && !wrong) return file;
    std::filesystem::remove(beside, wrong);
    return failed();
}

} // namespace maerkbar::surveys
