#include "cases/run.hpp"

#include "cases/page.hpp"

namespace maerkbar::cases {
namespace {

// The start of what a person would read, or of the body.
std::string gist(const Answer& answer) {
    constexpr std::size_t longest = 500;
    const auto page = answer.is("text/html") ? parse_page(answer.body) : Result<Node>(Node{});
    const auto text = page && !page->children.empty() ? page->words() : answer.body;
    return text.size() > longest ? text.substr(0, longest) + "…" : text;
}

} // namespace

std::vector<std::string> run_case(const Case& text, Client& client, Variables variables, Site& site) {
    for (const auto& step : text.steps) {
        if (step.days > 0)
            if (const auto done = site.pass_days(step.days); !done) return {done.error().english()};
        auto answer = client.send(step, variables);
        if (!answer) return {"line " + std::to_string(step.line) + ": " + answer.error().english()};
        const auto settled = site.settle();
        answer->mails = site.mails();
        auto faults = check(step, *answer, variables);
        if (!settled) faults.push_back(settled.error().english());
        if (faults.empty()) continue;
        faults.push_back("the answer was: " + gist(*answer));
        return faults;
    }
    return {};
}

} // namespace maerkbar::cases
