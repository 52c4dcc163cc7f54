#include "event_log/readers/unpack.hpp"

#include <doctest/doctest.h>

#include <random>

#include "event_log/readers/log_input.hpp"
#include "event_log/readers/test_packed.hpp"

using namespace maerkbar;
using namespace maerkbar::event_log;
using event_log::testing::packed;

namespace {

// Text that hardly packs.
std::string noise(std::size_t size) {
    std::mt19937 random(7);
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
        text += static_cast<char>(' ' + random() % 90);
    return text;
}

Result<std::string> unpacked(std::string bytes, std::size_t step) {
    Unpacker unpacker(tables::ByteInput::memory(std::move(bytes)));
    std::string out;
    std::string buffer(step, '\0');
    for (;;) {
        const auto got = TRY(unpacker.read(buffer.data(), step));
        out.append(buffer, 0, got);
        if (got < step) return out;
    }
}

} // namespace

TEST_CASE("a packed file gives its text, however it is asked for, also of several members") {
    const auto text = noise(5000);
    const auto one = packed(text);
    for (const std::size_t step : {1U, 7U, 4999U, 5000U, 5001U, 100'000U}) {
        CAPTURE(step);
        CHECK(unpacked(one, step).value() == text);
        CHECK(unpacked(one + packed("") + packed("end"), step).value() == text + "end");
    }
    CHECK(unpacked(packed(""), 10).value().empty());
}

TEST_CASE("a file that was cut off anywhere, or holds anything else, is refused") {
    const auto whole = packed(noise(300));
    for (std::size_t size = 2; size < whole.size(); ++size)
        CHECK_MESSAGE(unpacked(whole.substr(0, size), 64).error().code == "event_log.damaged_gzip", size);
    auto wrong = whole;
    wrong[wrong.size() - 6] ^= 1; // of the checksum
    CHECK_FALSE(unpacked(wrong, 64).ok());
    CHECK_FALSE(unpacked(whole + "more", 64).ok());
}

TEST_CASE("what is packed is unpacked as far as it is read, not before") {
    const auto bytes = packed(noise(8 << 20));
    Unpacker unpacker(tables::ByteInput::memory(bytes));
    std::string front(1000, '\0');
    REQUIRE(unpacker.read(front.data(), front.size()).value() == front.size());
    CHECK(unpacker.taken() <= 256 << 10);
    // Of a gigabyte of nothing, packed into one megabyte, only the beginning is needed.
    const auto member = packed(std::string(1 << 20, '\n'));
    std::string bomb;
    for (int i = 0; i < 1000; ++i)
        bomb += member;
    const auto input = LogInput::opened(tables::ByteInput::memory(bomb));
    REQUIRE(input.ok());
    CHECK(input->front(4).value() == "\n\n\n\n");
    CHECK(input->taken() == 0);
}

TEST_CASE("a packed log can be read from its front again") {
    auto input = LogInput::opened(tables::ByteInput::memory(packed("abcdef")));
    REQUIRE(input.ok());
    CHECK(input->seekable() == nullptr);
    std::string text(3, '\0');
    CHECK(input->read(text.data(), 3).value() == 3);
    CHECK(text == "abc");
    CHECK(input->again().read(text.data(), 3).value() == 3);
    CHECK(text == "abc");
    CHECK(input->whole().value() == "abcdef");
    CHECK(input->front(2).value() == "ab");
}
