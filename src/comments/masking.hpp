#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace maerkbar::comments {

struct Masked {
    std::string text;
    std::size_t findings = 0;
};

// The text with everything that may point at a person replaced before anyone reads it:
//   [ID]       CPR and fødselsnummer: ten or eleven digits, also in two groups, that begin with a day that
//   exists [PHONE]    eight digits as they are grouped in Denmark and Norway, or + and a country's number
//   [EMAIL], [URL]
//   [CASE]     what follows a word like "sagsnr.", and a year with five digits or more behind it
//   [ACCOUNT]  accounts, cards and IBAN
//   [NUMBER]   any other nine digits or more in a row
//   [NAME]     each of `names` as a word of its own, whatever its case
// Amounts, dates, times, years and room numbers stay.
Masked mask_personal_data(std::string_view text, std::span<const std::string> names = {});

} // namespace maerkbar::comments
