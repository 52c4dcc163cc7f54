#include "cases/case.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maerkbar::cases {
namespace {

constexpr std::array<std::string_view, 5> methods = {"GET", "POST", "PUT", "PATCH", "DELETE"};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The two sides of the first `mark`, trimmed; no value without it.
std::optional<Pair> split(std::string_view line, std::string_view mark) {
    const auto position = line.find(mark);
    if (position == std::string_view::npos) return std::nullopt;
    return Pair{trimmed(line.substr(0, position)), trimmed(line.substr(position + mark.size()))};
}

// What follows `word` and a blank at the start of the line.
std::optional<std::string_view> after(std::string_view line, std::string_view word) {
    if (!line.starts_with(word)) return std::nullopt;
    if (line.size() > word.size() && line[word.size()] != ' ') return std::nullopt;
    return trimmed(line.substr(word.size()));
}

bool is_header_name(std::string_view text) {
    const auto belongs = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), belongs);
}

class Parser {
  public:
    Result<Case> parse(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            ++line_;
            TRY(read(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        TRY(finish_step());
        if (case_.steps.empty()) return fault("there is no request; write one as 'GET /path'");
        return std::move(case_);
    }

  private:
    Error fault(std::string reason) const {
        return {ErrorKind::invalid,
                "case.syntax",
                "Line {line}: {reason}",
                {{"line", std::to_string(line_)}, {"reason", std::move(reason)}}};
    }

    Result<void> read(std::string_view raw) {
        const auto line = trimmed(raw);
        if (line.starts_with('|')) return content(line.substr(1));
        if (line.empty() || line.starts_with('#')) return {};
        if (line == "a day later") return day_later();
        if (const auto actor = after(line, "as")) return next_actor(*actor);
        if (const auto status = after(line, "=>")) return answer(*status);
        for (const auto method : methods)
            if (const auto target = after(line, method)) return request(method, *target);
        if (case_.steps.empty() && line == "with a mail server") {
            case_.mail_server = true;
            return {};
        }
        if (case_.steps.empty()) return fault("a request comes first, as 'GET /path'");
        return answered_ ? expectation(line) : detail(line);
    }

    Result<void> next_actor(std::string_view actor) {
        if (actor.empty()) return fault("say who: 'as leader', 'as nobody'");
        actor_ = actor;
        return {};
    }

    Result<void> day_later() {
        TRY(finish_step());
        ++days_;
        return {};
    }

    Result<void> finish_step() {
        if (!case_.steps.empty() && !answered_)
            return fault("the request before has no answer; write '=> 200'");
        return {};
    }

    Result<void> request(std::string_view method, std::string_view target) {
        TRY(finish_step());
        if (!target.starts_with('/') && !target.starts_with("{{")) return fault("a target starts with '/'");
        Step step;
        step.line = line_;
        step.actor = actor_;
        step.method = method;
        step.target = target;
        step.days = std::exchange(days_, 0);
        case_.steps.push_back(std::move(step));
        answered_ = false;
        return {};
    }

    // A line of a file's content or of the body: after the bar, and one blank.
    Result<void> content(std::string_view text) {
        if (case_.steps.empty() || answered_) return fault("content belongs between a request and its '=>'");
        if (text.starts_with(' ')) text.remove_prefix(1);
        auto& step = case_.steps.back();
        const bool to_file = !step.files.empty() && step.files.back().source.empty();
        if (!to_file && !step.body) step.body.emplace();
        (to_file ? step.files.back().content : *step.body).append(text).append("\n");
        return {};
    }

    Result<void> detail(std::string_view line) {
        auto& step = case_.steps.back();
        if (line == "without form token") {
            step.form_token = false;
            return {};
        }
        if (const auto file = after(line, "file")) return upload(*file);
        const auto header = split(line, ":");
        if (header && is_header_name(header->first)) {
            step.headers.push_back(*header);
            return {};
        }
        const auto field = split(line, "=");
        if (!field || field->first.empty()) return fault("neither 'field = value' nor 'header: value'");
        step.fields.push_back(*field);
        return {};
    }

    Result<void> upload(std::string_view text) {
        const auto named = split(text, "=");
        if (!named) return fault("write 'file FIELD = NAME' and '|' lines, or 'file FIELD = NAME < PATH'");
        const auto sourced = split(named->second, "<");
        case_.steps.back().files.push_back(
            {named->first, sourced ? sourced->first : named->second, sourced ? sourced->second : "", ""});
        return {};
    }

    Result<void> answer(std::string_view status) {
        if (case_.steps.empty() || answered_) return fault("there is no request that this could answer");
        const bool digits =
            std::all_of(status.begin(), status.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (status.size() != 3 || !digits) return fault("a status has three digits");
        case_.steps.back().status = (status[0] - '0') * 100 + (status[1] - '0') * 10 + (status[2] - '0');
        answered_ = true;
        return {};
    }

    Result<void> expectation(std::string_view line) {
        static constexpr std::array<std::pair<std::string_view, What>, 4> named = {
            {{"page", What::page}, {"json", What::json}, {"mail", What::mail}, {"capture", What::capture}}};
        for (const auto& [word, what] : named)
            if (const auto rest = after(line, word)) return expect(what, *rest);
        const auto parts = split(line, ":");
        if (!parts) return fault("an expectation has a colon, as 'page main h1: Overblik'");
        if (parts->first == "contains") return add(What::contains, "", parts->second);
        if (parts->first == "lacks") return add(What::lacks, "", parts->second);
        if (!is_header_name(parts->first))
            return fault("'" + parts->first + "' is no header (lower case letters)");
        return add(What::header, parts->first, parts->second);
    }

    Result<void> expect(What what, std::string_view text) {
        const auto parts = split(text, ": ");
        if (!parts) return fault("write what is wanted after ': '");
        return add(what, parts->first, parts->second);
    }

    Result<void> add(What what, std::string subject, std::string wanted) {
        if (wanted.empty()) return fault("say what is wanted, or 'absent'");
        case_.steps.back().expectations.push_back({line_, what, std::move(subject), std::move(wanted)});
        return {};
    }

    Case case_;
    std::string actor_ = "nobody";
    bool answered_ = false;
    int days_ = 0; // passed since the last request
    int line_ = 0;
};

} // namespace

bool Case::only_reads() const {
    return std::all_of(steps.begin(), steps.end(),
                       [](const Step& step) { return step.method == "GET" && step.days == 0; });
}

Result<Case> parse_case(std::string_view text) {
    return Parser().parse(text);
}

} // namespace maerkbar::cases
