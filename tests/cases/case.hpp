#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::cases {

using Pair = std::pair<std::string, std::string>;

// One file of a form. Its content stands in the case itself, or in `source`, a path from the project's root.
struct Upload {
    std::string field;
    std::string filename;
    std::string source;
    std::string content;
};

enum class What {
    header,   // subject: its name; wanted: a pattern, or "absent"
    contains, // wanted: text somewhere in the body
    lacks,    // wanted: text nowhere in the body
    page,     // subject: a selector; wanted: a pattern, "absent" or "N times"
    json,     // subject: a path as a.0.b; wanted: JSON, or a pattern for a text
    mail,     // subject: an address; wanted: a pattern for a mail sent there, "absent" or "N times"
    capture,  // subject: the variable; wanted: where from, see take() in capture.hpp
};

// What must hold for an answer, in the order the case says it.
struct Expectation {
    int line = 0;
    What what = What::contains;
    std::string subject;
    std::string wanted;

    bool operator==(const Expectation&) const = default;
};

// One request and what must come back. Texts still have their {{variables}}.
struct Step {
    int line = 0;
    std::string actor = {};
    std::string method = {};
    std::string target = {};
    std::vector<Pair> headers = {};
    std::vector<Pair> fields = {};
    std::vector<Upload> files = {};
    std::optional<std::string> body = {};
    bool form_token = true;
    int status = 0;
    int days = 0; // that pass before it
    std::vector<Expectation> expectations = {};
};

struct Case {
    std::vector<Step> steps;
    bool mail_server = false; // "with a mail server": one is configured, and its mails can be asked for

    // Whether it only reads, and no time passes, so that it may share a database with others.
    [[nodiscard]] bool only_reads() const;
};

// Reads the text of a .case file; README.md beside this file explains the language. An error names the line.
[[nodiscard]] Result<Case> parse_case(std::string_view text);

} // namespace maerkbar::cases
