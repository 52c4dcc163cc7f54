#include "cases/check.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "cases/json.hpp"
#include "cases/page.hpp"
#include "cases/pattern.hpp"

namespace maerkbar::cases {
namespace {

Error fault(std::string reason) {
    return {ErrorKind::invalid, "case.check", "{reason}", {{"reason", std::move(reason)}}};
}

std::string cited(std::string_view text) {
    constexpr std::size_t longest = 300;
    return "'" + std::string(text.substr(0, longest)) + (text.size() > longest ? "…'" : "'");
}

// A selector may end in @attribute; then that is what is looked at, not the words.
struct Region {
    std::string selector;
    std::string attribute;
};

Region region_of(std::string_view subject) {
    const auto at = subject.rfind(" @");
    if (at == std::string_view::npos) return {std::string(subject), ""};
    return {std::string(subject.substr(0, at)), std::string(subject.substr(at + 2))};
}

// What the elements of a region say, those without the attribute left out.
std::vector<std::string> said_in(const Node& page, const Region& region) {
    std::vector<std::string> said;
    for (const auto* node : select(page, region.selector)) {
        if (region.attribute.empty()) {
            said.push_back(node->words());
        } else if (const auto* value = node->attribute(region.attribute)) {
            said.push_back(*value);
        }
    }
    return said;
}

// "3 times" → 3.
std::optional<std::size_t> times(std::string_view wanted) {
    if (!wanted.ends_with(" times")) return std::nullopt;
    std::size_t number = 0;
    for (const char digit : wanted.substr(0, wanted.size() - 6)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + static_cast<std::size_t>(digit - '0');
    }
    return number;
}

Result<void> check_said(const std::vector<std::string>& said, std::string_view wanted) {
    if (wanted == "absent") {
        if (said.empty()) return {};
        return fault("it should be absent, but says " + cited(said.front()));
    }
    if (const auto number = times(wanted)) {
        if (said.size() == *number) return {};
        return fault("it is there " + std::to_string(said.size()) + " times");
    }
    if (std::any_of(said.begin(), said.end(), [&](const auto& text) { return matches(wanted, text); }))
        return {};
    if (said.empty()) return fault("there is nothing like it");
    std::string all;
    for (const auto& text : said)
        all += (all.empty() ? "" : ", ") + cited(text);
    return fault("wanted " + cited(wanted) + ", but it says " + all);
}

Result<void> check_page(const Answer& answer, std::string_view subject, std::string_view wanted) {
    const auto page = TRY(parse_page(answer.body));
    return check_said(said_in(page, region_of(subject)), wanted);
}

std::vector<std::string> mails_to(const Answer& answer, std::string_view address) {
    std::vector<std::string> texts;
    for (const auto& mail : answer.mails)
        if (mail.to == address) texts.push_back(squeezed(mail.text));
    return texts;
}

Result<void> check_header(const Answer& answer, std::string_view name, std::string_view wanted) {
    const auto value = answer.headers.get(name);
    if (!value) return wanted == "absent" ? Result<void>() : fault("there is no such header");
    if (wanted == "absent") return fault("it should be absent, but is " + cited(*value));
    if (!matches(wanted, *value)) return fault("wanted " + cited(wanted) + ", but it is " + cited(*value));
    return {};
}

// The text that stands where the pattern has {}: '/units/{}***' in '/units/12?x' is 12 (as short as can be).
std::optional<std::string> held_by(std::string_view pattern, std::string_view text) {
    const auto gap = pattern.find("{}");
    if (gap == std::string_view::npos)
        return matches(pattern, text) ? std::optional(std::string(text)) : std::nullopt;
    for (std::size_t start = 0; start <= text.size(); ++start) {
        if (!matches(pattern.substr(0, gap), text.substr(0, start))) continue;
        for (std::size_t end = start + 1; end <= text.size(); ++end)
            if (matches(pattern.substr(gap + 2), text.substr(end)))
                return std::string(text.substr(start, end - start));
    }
    return std::nullopt;
}

// Where from: "location /units/{}***", "json PATH", "page SELECTOR [@ATTRIBUTE]" or "mail ADDRESS PATTERN"
// (the newest one).
Result<std::string> take(const Answer& answer, std::string_view where) {
    const auto blank = where.find(' ');
    const auto kind = where.substr(0, blank);
    const auto rest = blank == std::string_view::npos ? std::string_view() : where.substr(blank + 1);
    if (kind == "json") return json_text(answer.body, rest);
    if (kind == "page") {
        const auto page = TRY(parse_page(answer.body));
        const auto said = said_in(page, region_of(rest));
        if (said.empty()) return fault("nothing like it is on the page");
        return said.front();
    }
    if (kind == "mail") {
        const auto end = rest.find(' ');
        const auto mails = mails_to(answer, rest.substr(0, end));
        if (mails.empty() || end == std::string_view::npos) return fault("there is no such mail");
        const auto held = held_by(rest.substr(end + 1), mails.back());
        return held ? Result<std::string>(*held) : fault("the mail says " + cited(mails.back()));
    }
    const auto header = answer.headers.get(kind);
    if (!header) return fault("there is no header " + std::string(kind));
    const auto held = held_by(rest.empty() ? "***" : rest, *header);
    if (!held) return fault("wanted " + cited(rest) + ", but it is " + cited(*header));
    return *held;
}

Result<void> check_one(const Expectation& expectation, const Answer& answer, Variables& variables) {
    const auto subject = TRY(filled(expectation.subject, variables));
    const auto wanted = TRY(filled(expectation.wanted, variables));
    switch (expectation.what) {
        case What::header:
            return check_header(answer, subject, wanted);
        case What::page:
            return check_page(answer, subject, wanted);
        case What::json:
            return check_json(answer.body, subject, wanted);
        case What::mail:
            return check_said(mails_to(answer, subject), wanted);
        case What::capture:
            variables[subject] = TRY(take(answer, wanted));
            return {};
        case What::contains:
            if (answer.body.find(wanted) == std::string::npos) return fault("the body lacks it");
            return {};
        case What::lacks:
            if (answer.body.find(wanted) != std::string::npos) return fault("the body has it");
            return {};
    }
    return {};
}

// What holds for every page, whatever the case asks.
Result<void> check_every_page(const Answer& answer) {
    if (!answer.is("text/html")) return {};
    const auto page = TRY(parse_page(answer.body));
    const auto policy = answer.headers.get("content-security-policy");
    if (!policy) return fault("the page has no content-security-policy");
    if (policy->find("unsafe-inline") != std::string_view::npos)
        return fault("the policy allows inline code");
    if (!said_in(page, {"*", "style"}).empty() || !select(page, "style").empty())
        return fault("the page has inline style");
    for (const auto* script : select(page, "script"))
        if (!script->attribute("src")) return fault("the page has an inline script");
    return {};
}

std::string place(int line, std::string_view what) {
    return "line " + std::to_string(line) + ": " + std::string(what);
}

} // namespace

Result<std::string> filled(std::string_view text, const Variables& variables) {
    std::string result;
    for (;;) {
        const auto start = text.find("{{");
        const auto end = start == std::string_view::npos ? start : text.find("}}", start);
        if (end == std::string_view::npos) return result.append(text);
        const auto name = text.substr(start + 2, end - start - 2);
        const auto known = variables.find(name);
        if (known == variables.end()) return fault("nothing is called {{" + std::string(name) + "}}");
        result.append(text.substr(0, start)).append(known->second);
        text.remove_prefix(end + 2);
    }
}

bool Answer::is(std::string_view content_type) const {
    return headers.get("content-type").value_or("").starts_with(content_type);
}

Result<Answer> answer_of(const web::Response& response) {
    Answer answer{response.status, response.headers, response.body};
    if (!response.file) return answer;
    std::ifstream file(*response.file, std::ios::binary);
    if (!file) return fault("the file that should be sent cannot be read");
    std::ostringstream content;
    content << file.rdbuf();
    answer.body = std::move(content).str();
    return answer;
}

std::vector<std::string> check(const Step& step, const Answer& answer, Variables& variables) {
    std::vector<std::string> faults;
    if (answer.status != step.status) {
        faults.push_back(place(step.line, "wanted status " + std::to_string(step.status) + ", got " +
                                              std::to_string(answer.status)));
    }
    variables["location"] = answer.headers.get("location").value_or("");
    if (const auto good = check_every_page(answer); !good)
        faults.push_back(place(step.line, good.error().english()));
    for (const auto& expectation : step.expectations) {
        const auto met = check_one(expectation, answer, variables);
        if (met) continue;
        const auto subject = expectation.subject.empty() ? expectation.wanted : expectation.subject;
        faults.push_back(place(expectation.line, subject + ": " + met.error().english()));
    }
    return faults;
}

} // namespace maerkbar::cases
