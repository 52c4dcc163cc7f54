#include "event_log/readers/texts_to_utf8.hpp"

#include <array>

#include "tables/utf8.hpp"

namespace maerkbar::event_log {

namespace {

struct Decoded {
    std::string text;
    bool mended = false;
};

class Decoder {
  public:
    explicit Decoder(tables::Encoding encoding) : windows_(encoding == tables::Encoding::windows_1252) {}

    [[nodiscard]] bool needed(std::string_view text) const {
        while (!text.empty()) {
            text.remove_prefix(tables::plain_prefix(text));
            if (text.empty()) return false;
            const int length = tables::utf8_length(text);
            if (windows_ || length <= 0 || text[0] == '\0') return true;
            text.remove_prefix(static_cast<std::size_t>(length));
        }
        return false;
    }

    [[nodiscard]] Decoded decode(std::string_view text) const {
        Decoded out;
        while (!text.empty()) {
            const int length = windows_ ? 1 : tables::utf8_length(text);
            if (length > 0 && !windows_ && text[0] != '\0') {
                out.text += text.substr(0, static_cast<std::size_t>(length));
                text.remove_prefix(static_cast<std::size_t>(length));
                continue;
            }
            out.mended = out.mended || !windows_ || text[0] == '\0';
            put(static_cast<unsigned char>(text[0]), out.text);
            text.remove_prefix(1);
        }
        return out;
    }

  private:
    static void put(unsigned char byte, std::string& to) {
        const char32_t character = byte == 0     ? U' '
                                   : byte < 0x80 ? char32_t{byte}
                                                 : tables::windows_1252_character(byte);
        std::array<char, 4> bytes{};
        const char* const end = tables::put_utf8(character, bytes.data());
        to.append(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
    }

    bool windows_;
};

bool any_needs(const Decoder& decoder, const Interner& texts) {
    for (TextNumber i = 0; i < texts.size(); ++i)
        if (decoder.needed(texts[i])) return true;
    return false;
}

// The new number of each text. Two texts may become the same.
std::vector<TextNumber> decode_all(const Decoder& decoder, Interner& texts, Oddities& oddities) {
    Interner decoded;
    std::vector<TextNumber> numbers(texts.size());
    for (TextNumber i = 0; i < texts.size(); ++i) {
        const auto result = decoder.decode(texts[i]);
        if (result.mended) oddities.add(Oddity::mended_text, 0, result.text);
        numbers[i] = decoded.number_of(result.text);
    }
    texts = std::move(decoded);
    return numbers;
}

} // namespace

void texts_to_utf8(RawLog& log, tables::Encoding encoding) {
    const Decoder decoder(encoding);
    log.oddities.rewrite([&decoder](std::string_view text) { return decoder.decode(text).text; });
    if (any_needs(decoder, log.texts->cases)) {
        const auto numbers = decode_all(decoder, log.texts->cases, log.oddities);
        for (auto& event : log.events)
            event.of_case = numbers[event.of_case];
    }
    if (any_needs(decoder, log.texts->activities)) {
        const auto numbers = decode_all(decoder, log.texts->activities, log.oddities);
        for (auto& event : log.events)
            event.activity = numbers[event.activity];
    }
    for (auto& column : log.texts->columns) {
        if (!any_needs(decoder, column.texts)) continue;
        const auto numbers = decode_all(decoder, column.texts, log.oddities);
        for (auto& value : column.values)
            if (value != no_text) value = numbers[value];
    }
}

} // namespace maerkbar::event_log
