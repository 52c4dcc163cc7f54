#include "event_log/readers/scan_xes.hpp"

#include <charconv>
#include <cstring>

#include "event_log/readers/value_end.hpp"
#include "tables/utf8.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::size_t block = std::size_t{256} << 10;
constexpr std::size_t longest_tag = std::size_t{16} << 20;

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

constexpr auto name_ends = [] {
    std::array<bool, 256> ends{};
    for (const char c : {' ', '\n', '\t', '\r', '=', '/', '>', '<', '"', '\''})
        ends.at(static_cast<unsigned char>(c)) = true;
    return ends;
}();

bool ends_name(char c) {
    return name_ends[static_cast<unsigned char>(c)];
}

// Replaces entities and numbers of characters. False for others, and for what XML does not allow.
bool unescape(std::string_view raw, std::string& out) {
    constexpr std::array<std::pair<std::string_view, char>, 5> known{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    out.clear();
    while (!raw.empty()) {
        const auto mark = raw.find('&');
        out += raw.substr(0, mark);
        if (mark == raw.npos) return true;
        const auto end = raw.find(';', mark);
        if (end == raw.npos) return false;
        auto name = raw.substr(mark + 1, end - mark - 1);
        raw.remove_prefix(end + 1);
        const auto* const found = std::find_if(known.begin(), known.end(),
                                               [name](const auto& entity) { return entity.first == name; });
        if (found != known.end()) {
            out += found->second;
            continue;
        }
        if (!name.starts_with('#')) return false;
        const bool hexadecimal = name.starts_with("#x");
        name.remove_prefix(hexadecimal ? 2 : 1);
        std::uint32_t character = 0;
        const auto [last, fault] =
            std::from_chars(name.data(), name.data() + name.size(), character, hexadecimal ? 16 : 10);
        if (fault != std::errc() || last != name.data() + name.size() || character < 0x20 ||
            character > 0x10FFFF)
            return false;
        if (character >= 0xD800 && character <= 0xDFFF) return false;
        std::array<char, 4> bytes{};
        const char* const past = tables::put_utf8(static_cast<char32_t>(character), bytes.data());
        out.append(bytes.data(), static_cast<std::size_t>(past - bytes.data()));
    }
    return true;
}

class XesScanner {
  public:
    XesScanner(LogInput input, XesLog& log, Progress* progress)
        : input_(std::move(input)), log_(log), progress_(progress), buffer_(block + value_over_read) {}

    Result<bool> scan() {
        for (;;) {
            const auto outcome = next();
            if (outcome == Outcome::strange) return false;
            if (outcome == Outcome::taken) continue;
            if (input_ended_) return begin_ == end_ && open_.empty() && log_.is_log();
            TRY(refill());
            if (end_ - begin_ > longest_tag) return false;
        }
    }

  private:
    enum class Outcome { taken, need_more, strange };

    Result<void> refill() {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
        if (buffer_.size() - value_over_read - end_ < block / 2) buffer_.resize(2 * buffer_.size());
        const auto room = buffer_.size() - value_over_read - end_;
        const auto before = input_.taken();
        const auto got = TRY(input_.read(buffer_.data() + end_, room));
        if (progress_ != nullptr) progress_->advance(input_.taken() - before);
        end_ += got;
        input_ended_ = got < room;
        return {};
    }

    // Text between tags means nothing in XES, but must not hold what only a parser of all XML can judge.
    Outcome next() {
        const auto rest = std::string_view(buffer_.data() + begin_, end_ - begin_);
        const auto tag = rest.find('<');
        if (open_.empty() && rest.substr(0, tag).find_first_not_of(" \t\r\n\xEF\xBB\xBF") != rest.npos)
            return Outcome::strange;
        if (tag == rest.npos) {
            begin_ = end_;
            return Outcome::need_more;
        }
        begin_ += tag;
        if (rest.size() - tag < 4) return Outcome::need_more;
        const char what = rest[tag + 1];
        if (what == '/') return end_tag();
        if (what == '?') return passed_over(rest.substr(tag), "?>");
        if (what == '!')
            return rest.substr(tag).starts_with("<!--") ? passed_over(rest.substr(tag), "-->")
                                                        : Outcome::strange;
        return start_tag();
    }

    Outcome passed_over(std::string_view rest, std::string_view end) {
        const auto found = rest.find(end, 4);
        if (found == rest.npos) return Outcome::need_more;
        const auto text = rest.substr(0, found);
        // Another encoding than UTF-8 is for the parser.
        if (text.starts_with("<?xml") && text.find("encoding") != text.npos &&
            text.find("UTF-8") == text.npos && text.find("utf-8") == text.npos)
            return Outcome::strange;
        begin_ += found + end.size();
        return Outcome::taken;
    }

    Outcome end_tag() {
        const char* const from = buffer_.data() + begin_ + 2;
        const auto left = static_cast<std::size_t>(buffer_.data() + end_ - from);
        const auto* const end = static_cast<const char*>(std::memchr(from, '>', left));
        if (end == nullptr) return Outcome::need_more;
        const char* past = from;
        while (!ends_name(*past))
            ++past;
        const auto element = xes_element({from, static_cast<std::size_t>(past - from)});
        if (open_.empty() || open_.back() != element) return Outcome::strange;
        open_.pop_back();
        log_.close(element);
        begin_ = static_cast<std::size_t>(end + 1 - buffer_.data());
        return Outcome::taken;
    }

    Outcome start_tag() {
        const char* at = buffer_.data() + begin_ + 1;
        const char* const end = buffer_.data() + end_;
        const char* const name = at;
        while (at < end && !ends_name(*at))
            ++at;
        const std::string_view name_text(name, static_cast<std::size_t>(at - name));
        XesTag tag{xes_element(name_text), {}, {}, {}};
        if (tag.element == XesElement::other && name_text.find(':') != name_text.npos)
            return Outcome::strange;
        for (;;) {
            while (at < end && is_space(*at))
                ++at;
            if (at == end) return Outcome::need_more;
            if (*at == '>' || *at == '/') break;
            const auto outcome = attribute(at, end, tag);
            if (outcome != Outcome::taken) return outcome;
        }
        const bool empty = *at == '/';
        if (empty && ++at == end) return Outcome::need_more;
        if (*at != '>') return Outcome::strange;
        begin_ = static_cast<std::size_t>(at + 1 - buffer_.data());
        if (open_.empty() && tag.element != XesElement::log) return Outcome::strange;
        log_.open(tag);
        if (empty)
            log_.close(tag.element);
        else
            open_.push_back(tag.element);
        return Outcome::taken;
    }

    // One name="value"; moves past it.
    Outcome attribute(const char*& at, const char* end, XesTag& tag) {
        const char* const name = at;
        while (at < end && !ends_name(*at))
            ++at;
        const std::string_view name_text(name, static_cast<std::size_t>(at - name));
        while (at < end && is_space(*at))
            ++at;
        if (at == end) return Outcome::need_more;
        if (*at != '=' || name_text.empty()) return Outcome::strange;
        ++at;
        while (at < end && is_space(*at))
            ++at;
        if (at == end) return Outcome::need_more;
        const char mark = *at++;
        if (mark != '"' && mark != '\'') return Outcome::strange;
        const auto found = find_value_end(at, end, mark);
        if (found.end == end) return Outcome::need_more;
        const std::string_view raw(at, static_cast<std::size_t>(found.end - at));
        at = found.end + 1;
        if (name_text == "key") return keep(raw, found.plain, tag.key, key_);
        if (name_text == "value") return keep(raw, found.plain, tag.value, value_);
        if (name_text == "scope") return keep(raw, found.plain, tag.scope, scope_);
        return Outcome::taken;
    }

    // White space other than a space is for the parser too, which turns it into spaces.
    static Outcome keep(std::string_view raw, bool plain, std::string_view& into, std::string& room) {
        into = raw;
        if (plain) return Outcome::taken;
        if (raw.find_first_of("<\n\t\r") != raw.npos || !unescape(raw, room)) return Outcome::strange;
        into = room;
        return Outcome::taken;
    }

    LogInput input_;
    XesLog& log_;
    Progress* progress_;
    std::vector<char> buffer_; // bytes [begin_, end_) are still to be scanned
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool input_ended_ = false;
    std::vector<XesElement> open_;
    std::string key_;
    std::string value_;
    std::string scope_;
};

} // namespace

Result<bool> scan_xes(LogInput input, XesLog& log, Progress* progress) {
    return XesScanner(std::move(input), log, progress).scan();
}

} // namespace maerkbar::event_log
