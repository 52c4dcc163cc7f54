#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace maerkbar::surveys {

// A text in the languages of a survey, by language code. An easy-read variant is a language of its own:
// "da-easy".
struct Texts {
    std::map<std::string, std::string, std::less<>> by_language = {};

    bool operator==(const Texts&) const = default;
    [[nodiscard]] bool empty() const { return by_language.empty(); }
    [[nodiscard]] bool has(std::string_view language) const;
    // The text in that language; else in the language it is a variant of, in a neighbour (nb and nn stand in
    // for each other), in `main`, or in any.
    [[nodiscard]] const std::string& in(std::string_view language, std::string_view main) const;
};

inline constexpr std::string_view easy_ending = "-easy";

// Two or three small letters, then perhaps "-easy".
[[nodiscard]] bool is_language(std::string_view code);
[[nodiscard]] bool is_easy(std::string_view code);
// "da" of "da" and "da-easy": also what a page says of its language to screen readers.
[[nodiscard]] std::string_view base_language(std::string_view code);
// Whether it is written from right to left: Arabic, Persian, Urdu and their kin.
[[nodiscard]] bool is_right_to_left(std::string_view code);
// The language's own name: "Dansk", "Dansk, let at læse"; the code itself where the name is not known.
[[nodiscard]] std::string language_name(std::string_view code);

} // namespace maerkbar::surveys
