#pragma once

#include <memory>
#include <string>

// Ways out of the house: a mail server and an SMS service, as the IT department has configured them.
namespace maerkbar::messages {

struct Message {
    std::string to;      // an address that was checked when it was typed
    std::string subject; // of e-mails
    std::string text;
};

enum class Delivery {
    accepted, // the gateway has it
    refused,  // it never will take it: the address is wrong
    later,    // it cannot be reached, or wants to be asked again
};

struct Outcome {
    Delivery delivery = Delivery::later;
    // "550", "HTTP 503", or an English text to be translated ("no connection"): never what was sent or to
    // whom
    std::string reason = {};
};

class Gateway {
  public:
    Gateway() = default;
    Gateway(const Gateway&) = delete;
    Gateway& operator=(const Gateway&) = delete;
    virtual ~Gateway() = default;
    // Answers within half a minute.
    virtual Outcome send(const Message& message) = 0;
};

// SMTP (RFC 5321), each message on a connection of its own.
struct MailSettings {
    std::string server; // "smtp://127.0.0.1:25", "smtps://mail.example:465"; empty: no e-mail
    std::string from;   // "kvalitet@fjordby.example"
    std::string user = {};
    std::string password = {};
    bool starttls = true; // refuse a server that does not encrypt; false for a relay on the machine itself
};

// A POST for every message; {to} and {text} in the body are filled in as JSON text, without quotation marks.
struct SmsSettings {
    std::string url; // empty: no SMS
    std::string body = R"({"to":"{to}","text":"{text}"})";
    std::string header = {}; // one more header, "Authorization: Bearer …"
};

struct GatewaySettings {
    MailSettings mail = {};
    SmsSettings sms = {};
};

// nullptr where it is not configured.
[[nodiscard]] std::unique_ptr<Gateway> make_mail_gateway(const MailSettings& settings);
[[nodiscard]] std::unique_ptr<Gateway> make_sms_gateway(const SmsSettings& settings);

} // namespace maerkbar::messages
