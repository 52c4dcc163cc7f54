#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/period.hpp"
#include "base/result.hpp"

namespace maerkbar::web {

// {name} → value. Values are filled in as they are: numbers and dates go through the language first.
using Arguments = std::vector<std::pair<std::string, std::string>>;

enum class DateStyle {
    short_, // 22.11.2026 · 22.11.2026 · 22/11/2026
    long_,  // 22. november 2026 · 22. november 2026 · 22 November 2026
};

// One of the languages people read: texts, numbers, dates and order. Immutable; used by all threads at once.
// Texts are English keys. Call it by a variable named `language`, with a literal, so that the lint finds the
// key; mark a key that is used elsewhere with translatable("…") (base/translatable.hpp).
class Language {
  public:
    struct Data;
    explicit Language(std::unique_ptr<const Data> data);
    ~Language();
    Language(Language&&) noexcept;

    [[nodiscard]] std::string_view code() const; // "da", "nb", "en"; also for <html lang>
    [[nodiscard]] std::string_view name() const; // "Dansk", "Norsk bokmål", "English"

    // The text of a key; the key itself where there is no translation.
    [[nodiscard]] std::string operator()(std::string_view key) const;
    [[nodiscard]] std::string operator()(std::string_view key, const Arguments& arguments) const;
    // For a short word that differs by its place: in_context("status of an action", "Open").
    [[nodiscard]] std::string in_context(std::string_view context, std::string_view key) const;
    // plural("{count} row", "{count} rows", n): {count} is n as integer() writes it, beside the other
    // arguments.
    [[nodiscard]] std::string plural(std::string_view one, std::string_view many, std::int64_t count,
                                     Arguments arguments = {}) const;
    // The sentence of an error, in this language.
    [[nodiscard]] std::string error(const Error& error) const;

    [[nodiscard]] std::string integer(std::int64_t number) const;        // 1.204 · 1 204 · 1,204
    [[nodiscard]] std::string number(double number, int decimals) const; // 12,5 · 12,5 · 12.5
    // 0.8734 → 87 % (no-break space) · 87 % · 87%
    [[nodiscard]] std::string percent(double share, int decimals = 0) const;
    [[nodiscard]] std::string date(Date date, DateStyle style = DateStyle::short_) const;
    // oktober 2026 · uge 18 2026 (nb uke, en week) · 4. kvartal 2026 (en Q4 2026) · 1. tertial 2026 · 2026
    [[nodiscard]] std::string period(Period period) const;
    // The same without the year where the kind allows it: oktober · uge 18 · 4. kvartal
    [[nodiscard]] std::string period_without_year(Period period) const;
    // A moment as local time in Denmark and Norway: 22.11.2026 kl. 14.05 · 22.11.2026 kl. 14:05 · 22/11/2026,
    // 14:05
    [[nodiscard]] std::string moment(std::chrono::sys_seconds time) const;
    // In its largest whole unit where that is exact, else with one decimal: 2 minutter · 1,5 timer · 3 dage
    [[nodiscard]] std::string duration(std::chrono::seconds length) const;
    [[nodiscard]] std::string list(std::span<const std::string> items) const; // a, b og c
    // Below zero, zero or above, in the order of the language's alphabet (… z æ ø å; aa as å).
    [[nodiscard]] int compare(std::string_view a, std::string_view b) const;

  private:
    std::unique_ptr<const Data> data_;
};

// The languages of the program, made once at start.
class Languages {
  public:
    Languages();
    ~Languages();

    // By code; Danish for an unknown one.
    [[nodiscard]] const Language& get(std::string_view code) const;
    [[nodiscard]] bool has(std::string_view code) const;
    // The first that is known of: the person's choice, the cookie's, the browser's Accept-Language; else
    // Danish.
    [[nodiscard]] const Language& choose(std::string_view person, std::string_view cookie,
                                         std::string_view accept_language) const;
    [[nodiscard]] std::span<const Language> all() const { return languages_; }

  private:
    std::vector<Language> languages_;
};

// Without upper and lower case, in every alphabet: for columns that are searched (Ærø → ærø).
[[nodiscard]] std::string folded_for_search(std::string_view text);

} // namespace maerkbar::web
