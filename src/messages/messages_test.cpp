#include <doctest/doctest.h>

#include "messages/address.hpp"
#include "messages/base64.hpp"
#include "messages/gateway.hpp"
#include "messages/mail_text.hpp"
#include "messages/patience.hpp"
#include "messages/seal.hpp"
#include "messages/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::messages;
using messages::testing::decoded_mail;

namespace {

constexpr std::array<unsigned char, 32> secret{1, 2, 3};

} // namespace

TEST_CASE("what is sealed opens with the same key only, and never looks the same twice") {
    const Seal seal(secret);
    const auto closed = seal.close("CODE a@x.dk");
    CHECK(closed.find("a@x") == std::string::npos);
    CHECK(closed != seal.close("CODE a@x.dk"));
    CHECK(seal.open(closed) == "CODE a@x.dk");
    constexpr std::array<unsigned char, 32> other{9};
    CHECK_FALSE(Seal(other).open(closed).has_value());
    auto changed = closed;
    changed[closed.size() / 2] = changed[closed.size() / 2] == 'A' ? 'B' : 'A';
    CHECK_FALSE(seal.open(changed).has_value());
    CHECK_FALSE(seal.open("").has_value());
}

TEST_CASE("a mail has short lines, and no header can be smuggled in") {
    const Message message{"a@x.dk", "Æ\r\nBcc: all@x.dk" + std::string(200, 'x'),
                          std::string(500, 'y') + "\n.\nslut"};
    const auto text = mail_text(message, "k@fjordby.example", Instant{}, "7");
    CHECK(text.find("\r\nBcc") == std::string::npos);
    CHECK(text.find("Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n") != std::string::npos);
    CHECK(text.find("Message-ID: <7@fjordby.example>") != std::string::npos);
    for (std::size_t at = 0; at < text.size(); at = text.find("\r\n", at) + 2)
        CHECK(text.find("\r\n", at) - at <= 76);
    CHECK(decoded_mail(text) == std::string(500, 'y') + "\r\n.\r\nslut\r\n");
    CHECK(sms_body(R"({"to":"{to}","text":"{text}"})", {"+4520304050", "", "Sig \"ja\" {to}\n"}) ==
          R"({"to":"+4520304050","text":"Sig \"ja\" {to}\n"})");
}

TEST_CASE("pauses double up to six hours") {
    using std::chrono::minutes;
    CHECK(pause_after(1) == minutes(1));
    CHECK(pause_after(4) == minutes(8));
    CHECK(pause_after(400) == minutes(360));
}

TEST_CASE("bytes as text and back") {
    const std::string bytes("\x00\xff\x10 plan", 8);
    CHECK(base64_bytes(base64_of(bytes)) == bytes);
    CHECK(base64_of("") == "");
    CHECK_FALSE(base64_bytes("%%%").has_value());
}

TEST_CASE("an address is one that a mail server takes, and nothing more") {
    for (const auto* good : {"a@x.dk", "b.c+d@y.no", "kvalitet@fjordby.example"})
        CHECK(is_mail_address(good));
    for (const auto* bad : {"", "a", "a@", "@x.dk", "a@x", "a@x.dk\rBcc: b@y.dk", "a b@x.dk", "Å@x.dk",
                            "<a@x.dk>", "a@b@x.dk", "a@.dk", "a@dk."})
        CHECK_FALSE(is_mail_address(bad));
    CHECK_FALSE(is_mail_address(std::string(250, 'a') + "@x.dk"));
}
