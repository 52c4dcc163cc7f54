#include "sources/surveys/definition/texts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace maerkbar::surveys {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Languages most often asked for in Danish and Norwegian municipalities.
constexpr std::array<Pair, 20> names{
    {{"da", "Dansk"},    {"nb", "Norsk bokmål"},    {"nn", "Norsk nynorsk"}, {"en", "English"},
     {"sv", "Svenska"},  {"se", "Davvisámegiella"}, {"kl", "Kalaallisut"},   {"fo", "Føroyskt"},
     {"is", "Íslenska"}, {"de", "Deutsch"},         {"pl", "Polski"},        {"uk", "Українська"},
     {"ru", "Русский"},  {"ar", "العربية"},         {"fa", "فارسی"},         {"so", "Soomaali"},
     {"ti", "ትግርኛ"},     {"tr", "Türkçe"},          {"ur", "اردو"},          {"ro", "Română"}}};

constexpr std::array<Pair, 4> easy_words{
    {{"da", "let at læse"}, {"nb", "lett å lese"}, {"nn", "lett å lese"}, {"en", "easy to read"}}};

constexpr std::array<Pair, 2> neighbours{{{"nb", "nn"}, {"nn", "nb"}}};

template <typename Table>
std::string_view found_in(const Table& table, std::string_view key) {
    const auto* const at = std::ranges::find(table, key, &Pair::first);
    return at == table.end() ? std::string_view() : at->second;
}

} // namespace

bool is_language(std::string_view code) {
    const auto base = base_language(code);
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    return (base.size() == 2 || base.size() == 3) && std::ranges::all_of(base, small) &&
           (base.size() == code.size() || is_easy(code));
}

bool is_easy(std::string_view code) {
    return code.ends_with(easy_ending);
}

std::string_view base_language(std::string_view code) {
    return code.substr(0, code.find('-'));
}

bool is_right_to_left(std::string_view code) {
    constexpr std::array<std::string_view, 8> bases{"ar", "ckb", "fa", "he", "ps", "sd", "ur", "yi"};
    return std::ranges::find(bases, base_language(code)) != bases.end();
}

std::string language_name(std::string_view code) {
    const auto base = base_language(code);
    const auto name = found_in(names, base);
    std::string text(name.empty() ? base : name);
    if (!is_easy(code)) return text;
    const auto easy = found_in(easy_words, base);
    return text + ", " + std::string(easy.empty() ? found_in(easy_words, "en") : easy);
}

bool Texts::has(std::string_view language) const {
    const auto found = by_language.find(language);
    return found != by_language.end() && !found->second.empty();
}

const std::string& Texts::in(std::string_view language, std::string_view main) const {
    static const std::string nothing;
    const auto base = base_language(language);
    for (const auto wanted : {language, base, found_in(neighbours, base), main})
        if (!wanted.empty() && has(wanted)) return by_language.find(wanted)->second;
    for (const auto& [code, text] : by_language)
        if (!text.empty()) return text;
    return nothing;
}

} // namespace maerkbar::surveys
