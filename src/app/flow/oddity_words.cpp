#include "app/flow/oddity_words.hpp"

#include <array>

#include "app/flow/text_columns.hpp"
#include "base/translatable.hpp"

namespace maerkbar::app_flow {

using event_log::Oddity;

namespace {

// In the order of Oddity.
constexpr std::array<const char*, event_log::oddity_count> words{
    translatable("rows without a case; left out"),
    translatable("rows without an activity; left out"),
    translatable("rows without a time; left out"),
    translatable("times that cannot be read; left out"),
    translatable("rows without any date; left out"),
    translatable("rows with too few cells"),
    translatable("rows with too many cells"),
    translatable("dates without a time; they count as midnight UTC"),
    translatable("times without a zone, read as {zone}"),
    translatable("times that the clock showed twice; the first is taken"),
    translatable("times that the clock jumped over"),
    translatable("times before 1970 or after 2100"),
    translatable("cases with a name that looks like a missing value; they count"),
    translatable("rows with a later step dated before an earlier one"),
    translatable("rows of a case that had one already"),
    translatable("missing values for which the file has a default, which is taken"),
    translatable("names with characters that had to be mended"),
    translatable("cases whose status and closing date disagree; the date counts"),
};

// Where a finding stands; XES counts events, not lines.
std::string place_of(const event_log::Finding& finding, bool in_xes, const web::Language& language) {
    const auto text = finding.text.empty() ? "" : "“" + shortened(finding.text, 30) + "”";
    if (finding.line == 0) return text;
    const web::Arguments number{{"number", std::to_string(finding.line)}};
    const auto place =
        in_xes ? language("first in event {number}", number) : language("first in line {number}", number);
    return text.empty() ? place : place + ": " + text;
}

class OddityList {
  public:
    explicit OddityList(const web::Language& language)
        : language_(language),
          columns_({TextColumns::Side::right, TextColumns::Side::left, TextColumns::Side::left}) {}

    void add(std::size_t count, const std::string& what, const std::string& where = "") {
        if (count == 0) return;
        any_ = true;
        columns_.add({language_.integer(static_cast<std::int64_t>(count)), what, where});
    }
    std::string text() const { return any_ ? columns_.text() : "  " + language_("Nothing.") + "\n"; }

  private:
    const web::Language& language_;
    TextColumns columns_;
    bool any_ = false;
};

} // namespace

std::string oddity_lines(const Analysis& analysis, const web::Language& language) {
    OddityList list(language);
    const auto& raw = analysis.file().raw;
    const auto& disorder = analysis.log().disorder();
    for (std::size_t i = 0; i < event_log::oddity_count; ++i) {
        const auto oddity = static_cast<Oddity>(i);
        const auto& first = raw.oddities.first(oddity);
        list.add(raw.oddities.count(oddity),
                 language(words.at(i), {{"zone", analysis.request().log.zone.name()}}),
                 first.empty() ? "" : place_of(first.front(), analysis.file().format == "xes", language));
    }
    list.add(raw.blank_rows, language("blank rows, passed over"));
    list.add(disorder.out_of_order, language("rows earlier than the one before in their case; put in order"));
    list.add(disorder.tied,
             language("events at the same moment as the one before; they keep the order of the file"));
    list.add(disorder.identical, language("of these: with the same activity too"));
    return list.text();
}

} // namespace maerkbar::app_flow
