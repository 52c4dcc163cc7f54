#include "sources/surveys/definition/readability.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::size_t longest_short_word = 6; // letters

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Dashes, quotation marks, dots and blanks of U+2000 to U+206F, and « » of Latin-1, are no letters.
std::size_t punctuation_length(std::string_view text) {
    if (text.starts_with("\xE2\x80") && text.size() >= 3) return 3;
    if (text.starts_with("\xC2\xAB") || text.starts_with("\xC2\xBB") || text.starts_with("\xC2\xA0"))
        return 2;
    return 0;
}

bool ends_sentence(std::string_view text) {
    const char c = text.front();
    if (c == '\n') return true;
    if (c != '.' && c != '!' && c != '?' && c != ':') return false;
    return text.size() == 1 || text[1] == ' ' || text[1] == '\n' || text[1] == '"' || text[1] == ')';
}

// Bytes that do not begin a character are left out.
bool begins_letter(unsigned char c) {
    return (c & 0xC0u) != 0x80u;
}

class Counter {
  public:
    Readability count(std::string_view text) {
        while (!text.empty()) {
            const auto skipped = punctuation_length(text);
            if (skipped == 0 && is_word_byte(static_cast<unsigned char>(text.front()))) {
                letters_ += begins_letter(static_cast<unsigned char>(text.front())) ? 1 : 0;
            } else {
                end_word();
                if (skipped == 0 && ends_sentence(text)) end_sentence();
            }
            text.remove_prefix(skipped == 0 ? 1 : skipped);
        }
        end_word();
        end_sentence();
        return result_;
    }

  private:
    void end_word() {
        if (letters_ == 0) return;
        ++result_.words;
        ++words_of_sentence_;
        result_.long_words += letters_ > longest_short_word ? 1 : 0;
        letters_ = 0;
    }
    void end_sentence() {
        result_.sentences += words_of_sentence_ > 0 ? 1 : 0;
        words_of_sentence_ = 0;
    }

    Readability result_;
    std::size_t letters_ = 0;
    std::size_t words_of_sentence_ = 0;
};

} // namespace

double Readability::lix() const {
    if (words == 0) return 0;
    const auto n = static_cast<double>(words);
    return n / static_cast<double>(sentences) + 100 * static_cast<double>(long_words) / n;
}

Ease ease_of(double lix) {
    if (lix < 25) return Ease::very_easy;
    if (lix < 35) return Ease::easy;
    if (lix < 45) return Ease::medium;
    return lix < 55 ? Ease::hard : Ease::very_hard;
}

Readability readability(std::string_view text) {
    return Counter().count(text);
}

} // namespace maerkbar::surveys
