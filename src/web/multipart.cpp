#include "web/multipart.hpp"

#include <algorithm>

#include "web/headers.hpp"
#include "web/text.hpp"
#include "web/url.hpp"

namespace maerkbar::web {

namespace {

constexpr std::size_t longest_head = 8192;
constexpr std::size_t longest_boundary = 70; // RFC 2046

Error broken() {
    return {ErrorKind::invalid, "web.broken_multipart",
            "The form arrived incomplete or damaged, so nothing was saved. Send it again."};
}

// The text of a quoted string that `rest` begins with, taken off it. Browsers write " as %22, others as \".
std::string quoted(std::string_view& rest) {
    std::string out;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        const bool escape = rest.front() == '\\' && rest.size() > 1 && (rest[1] == '"' || rest[1] == '\\');
        if (escape) rest.remove_prefix(1);
        if (!escape && rest.starts_with("%22")) {
            out += '"';
            rest.remove_prefix(3);
            continue;
        }
        out += rest.front();
        rest.remove_prefix(1);
    }
    if (!rest.empty()) rest.remove_prefix(1);
    return out;
}

// The value of a parameter behind the first semicolon of a header's value.
std::optional<std::string> parameter(std::string_view value, std::string_view name) {
    auto rest = value.substr(std::min(value.find(';'), value.size()));
    while (!rest.empty()) {
        rest.remove_prefix(1); // the semicolon
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const auto key = trimmed(rest.substr(0, equals));
        rest = trimmed(rest.substr(equals + 1));
        const auto end = std::min(rest.find(';'), rest.size());
        std::string found = rest.starts_with('"') ? quoted(rest) : std::string(trimmed(rest.substr(0, end)));
        if (equal_ignoring_case(key, name)) return found;
        rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    }
    return std::nullopt;
}

std::string without_folder(std::string_view filename) {
    const auto slash = filename.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? filename : filename.substr(slash + 1));
}

bool is_printable(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
}

Result<PartHead> parse_head(std::string_view lines) {
    PartHead head;
    bool is_form_data = false;
    while (!lines.empty()) {
        const auto end = std::min(lines.find("\r\n"), lines.size());
        const auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 2, lines.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return broken();
        const auto value = trimmed(line.substr(colon + 1));
        if (equal_ignoring_case(line.substr(0, colon), "Content-Type")) head.content_type = value;
        if (!equal_ignoring_case(line.substr(0, colon), "Content-Disposition")) continue;
        const auto name = parameter(value, "name");
        is_form_data = value.starts_with("form-data") && name.has_value();
        head.name = name.value_or("");
        if (const auto filename = parameter(value, "filename")) head.filename = without_folder(*filename);
    }
    const bool readable = is_printable(head.name) && is_printable(head.filename.value_or(""));
    if (!is_form_data || !readable || !is_printable(head.content_type)) return broken();
    return head;
}

} // namespace

MultipartParser::MultipartParser(std::string_view boundary, PartSink& sink)
    : delimiter_("\r\n--" + std::string(boundary)), sink_(sink) {}

Result<void> MultipartParser::push(std::string_view piece) {
    pending_.append(piece);
    while (TRY(step())) {
    }
    pending_.erase(0, at_);
    at_ = 0;
    return {};
}

Result<void> MultipartParser::finish() const {
    if (state_ == State::epilogue) return {};
    return broken();
}

Result<bool> MultipartParser::step() {
    switch (state_) {
        case State::preamble:
            return skip_preamble();
        case State::after_delimiter:
            return end_or_next();
        case State::head:
            return read_head();
        case State::content:
            return pass_content();
        case State::epilogue:
            break;
    }
    at_ = pending_.size();
    return false;
}

Result<bool> MultipartParser::skip_preamble() {
    const auto found = rest().find(delimiter_);
    if (found == std::string_view::npos) {
        const auto keep = std::min(rest().size(), delimiter_.size() - 1);
        consume(rest().size() - keep);
        return false;
    }
    consume(found + delimiter_.size());
    state_ = State::after_delimiter;
    return true;
}

Result<bool> MultipartParser::end_or_next() {
    if (rest().size() < 2) return false;
    if (rest().starts_with("--")) {
        state_ = State::epilogue;
        return true;
    }
    const auto line_end = rest().find("\r\n");
    if (line_end == std::string_view::npos) {
        if (rest().size() > longest_head) return broken();
        return false;
    }
    if (!trimmed(rest().substr(0, line_end)).empty()) return broken();
    consume(line_end + 2);
    state_ = State::head;
    return true;
}

Result<bool> MultipartParser::read_head() {
    const auto end = rest().find("\r\n\r\n");
    if (end == std::string_view::npos || end > longest_head) {
        if (rest().size() > longest_head) return broken();
        return false;
    }
    auto head = TRY(parse_head(rest().substr(0, end)));
    TRY(sink_.begin(std::move(head)));
    consume(end + 4);
    state_ = State::content;
    return true;
}

Result<bool> MultipartParser::pass_content() {
    const auto found = rest().find(delimiter_);
    const bool complete = found != std::string_view::npos;
    const auto keep = std::min(rest().size(), delimiter_.size() - 1);
    const auto content = rest().substr(0, complete ? found : rest().size() - keep);
    if (!content.empty()) TRY(sink_.data(content));
    consume(content.size());
    if (!complete) return false;
    TRY(sink_.end());
    consume(delimiter_.size());
    state_ = State::after_delimiter;
    return true;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    static constexpr std::string_view wanted = "multipart/form-data";
    if (!equal_ignoring_case(content_type.substr(0, wanted.size()), wanted)) return std::nullopt;
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > longest_boundary) return std::nullopt;
    if (!is_printable(*boundary)) return std::nullopt;
    return boundary;
}

} // namespace maerkbar::web
