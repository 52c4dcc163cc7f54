#include "web/language_formats.hpp"

#include <unicode/coll.h>
#include <unicode/decimfmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/numfmt.h>
#include <unicode/timezone.h>

#include <stdexcept>

#include "web/nynorsk.hpp"

namespace maerkbar::web {

namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

// A broken installation of ICU cannot be worked around: the program must not start.
void require(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

icu::Locale locale_of(std::string_view code) {
    if (code == "da") return {"da", "DK"};
    if (code == "nb") return {"nb", "NO"};
    if (code == nynorsk_code) return {"nn", "NO"};
    return {"en", "GB"};
}

void read_numbers(Formats& formats, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols symbols(locale, status);
    require(status);
    const auto symbol = [&](auto which) { return utf8(symbols.getConstSymbol(which)); };
    formats.group = symbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol);
    formats.decimal = symbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol);
    formats.minus = symbol(icu::DecimalFormatSymbols::kMinusSignSymbol);
    const std::unique_ptr<icu::NumberFormat> percent(
        icu::NumberFormat::createPercentInstance(locale, status));
    require(status);
    icu::UnicodeString zero;
    formats.percent = utf8(percent->format(0.0, zero)).substr(1);
}

void read_dates(Formats& formats, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, status);
    require(status);
    std::int32_t count = 0;
    const auto* months =
        symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
    for (std::size_t i = 0; i < formats.months.size(); ++i)
        formats.months[i] = utf8(months[i]);
    icu::UnicodeString separator;
    symbols.getTimeSeparatorString(separator);
    formats.time_separator = utf8(separator);
}

} // namespace

struct Formats::Order {
    std::unique_ptr<icu::Collator> collator;
};

Formats::Formats(std::string_view code) : order_(std::make_unique<Order>()) {
    const auto locale = locale_of(code);
    read_numbers(*this, locale);
    read_dates(*this, locale);
    UErrorCode status = U_ZERO_ERROR;
    order_->collator.reset(icu::Collator::createInstance(locale, status));
    require(status);
}

Formats::~Formats() = default;
Formats::Formats(Formats&&) noexcept = default;

int Formats::compare(std::string_view a, std::string_view b) const {
    UErrorCode status = U_ZERO_ERROR;
    return order_->collator->compareUTF8(piece(a), piece(b), status);
}

LocalTime local_time(std::chrono::sys_seconds time) {
    static const std::unique_ptr<const icu::TimeZone> zone(
        icu::TimeZone::createTimeZone("Europe/Copenhagen"));
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(static_cast<double>(time.time_since_epoch().count()) * 1000.0, false, raw, summer,
                    status);
    const auto local = time + std::chrono::milliseconds(raw + summer);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
    return {{static_cast<std::int32_t>(day.time_since_epoch().count())},
            static_cast<int>(minutes / 60),
            static_cast<int>(minutes % 60)};
}

std::string folded_for_search(std::string_view text) {
    return utf8(icu::UnicodeString::fromUTF8(piece(text)).foldCase());
}

} // namespace maerkbar::web
