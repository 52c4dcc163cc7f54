#include "sources/surveys/speech.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

using namespace maerkbar::surveys;

namespace {

// A folder of its own, and a program in it that stands in for espeak-ng.
struct Room {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("maerkbar-speech-" + std::to_string(::getpid()));
    Room() { std::filesystem::create_directories(folder); }
    ~Room() { std::filesystem::remove_all(folder); }

    std::string program(const std::string& name, const std::string& lines) const {
        const auto file = folder / name;
        { std::ofstream(file) << "#!/bin/sh\n" << lines; }
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        return file.string();
    }
};

std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("a text is spoken once, by a process that gets it as its input") {
    const Room room;
    // Its arguments are: -v VOICE -s SPEED -w FILE --stdin
    const auto speaker = room.program(
        "speak", "echo x >> \"$6.count\"\n{ echo \"$2\"; cat; env; head -c 200 /dev/zero; } > \"$6\"\n");
    Speech speech(room.folder / "spoken", speaker);
    const auto file = speech.spoken("Hvordan gik det; $(id) --help", "da-easy");
    REQUIRE(file.ok());
    const auto said = content(*file);
    CHECK(said.starts_with("da\nHvordan gik det; $(id) --help"));
    CHECK(said.find("HOME=") == std::string::npos);
    CHECK(speech.spoken("Hvordan gik det; $(id) --help", "da").value() == *file);
    CHECK(speech.spoken("Hvordan gik det; $(id) --help", "nb").value() != *file);
    std::size_t files = 0;
    for (const auto& one : std::filesystem::directory_iterator(room.folder / "spoken"))
        files += one.path().extension() == ".wav" ? 1 : 0;
    CHECK(files == 2);
}

TEST_CASE("a program that fails or is not there leaves no file behind") {
    const Room room;
    Speech failing(room.folder / "a", room.program("fail", "head -c 500 /dev/zero > \"$6\"\nexit 1\n"));
    CHECK(failing.spoken("Hej", "da").error().code == "speech.failed");
    Speech nobody(room.folder / "b", "no-such-program");
    CHECK(nobody.spoken("Hej", "da").error().code == "speech.failed");
    for (const auto* folder : {"a", "b"})
        CHECK(std::filesystem::is_empty(room.folder / folder));
    CHECK(failing.spoken("Hej", "so").error().code == "speech.no_voice");
    CHECK(failing.spoken(std::string(Speech::longest + 1, 'x'), "da").error().code == "speech.no_voice");
}

TEST_CASE("espeak-ng speaks Danish and Norwegian") {
    if (std::system("command -v espeak-ng > /dev/null") != 0) {
        MESSAGE("SKIPPED: espeak-ng is not installed");
        return;
    }
    const Room room;
    Speech speech(room.folder);
    for (const auto* language : {"da", "nb", "nn", "en"}) {
        const auto file = speech.spoken("Hvor tilfreds er du?", language);
        REQUIRE(file.ok());
        CHECK(content(*file).starts_with("RIFF"));
    }
}
