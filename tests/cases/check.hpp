#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cases/case.hpp"
#include "web/response.hpp"

namespace maerkbar::cases {

using Variables = std::map<std::string, std::string, std::less<>>;

// The text with every {{name}} replaced; an unknown name is an error.
[[nodiscard]] Result<std::string> filled(std::string_view text, const Variables& variables);

struct Mail {
    std::string to;
    std::string text;
};

// An answer with its body in memory, ready to be asked.
struct Answer {
    int status = 0;
    web::Headers headers;
    std::string body;
    std::vector<Mail> mails = {}; // sent so far, background work of this step included

    [[nodiscard]] bool is(std::string_view content_type) const;
};
[[nodiscard]] Result<Answer> answer_of(const web::Response& response);

// What is wrong with the answer, one sentence with the case's line each; empty when it is as the step says.
// Captures go into `variables`, and so does `location`. Every page is also checked for what holds for all
// pages: well formed, a content security policy, no inline script or style.
[[nodiscard]] std::vector<std::string> check(const Step& step, const Answer& answer, Variables& variables);

} // namespace maerkbar::cases
