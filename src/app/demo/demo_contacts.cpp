#include "app/demo/demo_contacts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "app/demo/demo_random.hpp"
#include "base/period.hpp"

namespace maerkbar::app {

namespace {

constexpr std::array<const char*, 4> topics = {"Pas og k\xf8rekort", "Flytning", "Folkepension",
                                               "Skat og betaling"};

// Writes rows in the order of time within a day.
class Writer {
  public:
    Writer(const DemoStory& story, std::uint64_t seed) : story_(story), random_(seed) {
        text_ =
            "Henvendelses-id;Dato og tid;Enhed;Kanal;Kundetype;Kontaktpunkt;Ventetid "
            "(sek.);Samtaletid;Besvaret;"
            "L\xf8st ved f\xf8rste kontakt;Svardato\r\n";
    }

    std::string write() {
        for (Date day = story_.first; day <= story_.last; day = day + 1)
            if (day.weekday() <= 5) write_day(day);
        return std::move(text_);
    }

  private:
    [[nodiscard]] bool targets(Date day) const { return day >= story_.targets_from; }

    [[nodiscard]] double season(Date day) const {
        constexpr std::array<double, 12> months = {1.25, 1.0, 1.0,  0.95, 1.0, 1.15,
                                                   0.7,  1.0, 1.05, 1.0,  1.0, 0.9};
        const double weekday = day.weekday() == 1 ? 1.2 : 1.0;
        const double longer = day >= story_.longer_hours_from ? 1.08 : 1.0;
        return months[static_cast<std::size_t>(day.month() - 1)] * weekday * longer;
    }

    void write_day(Date day) {
        const double busy = season(day);
        const double luck =
            0.95 + 0.1 * random_.unit(); // some days go better than others: more spread than chance alone
        for (int i = random_.poisson(44 * busy); i > 0; --i)
            call(day, busy, luck);
        for (int i = random_.poisson(24 * busy); i > 0; --i)
            visit(day, busy);
        for (int i = random_.poisson(18 * busy); i > 0; --i)
            written(day, "E-mail", targets(day) ? 1.2 : 2.1);
        for (int i = random_.poisson(3 * busy); i > 0; --i)
            written(day, "Brev", targets(day) ? 3.5 : 5.0);
        for (int i = random_.poisson(16 * busy); i > 0; --i)
            web(day);
    }

    // The switchboard was down in one week of the second year.
    [[nodiscard]] bool switchboard_down(Date day) const {
        const Date down = story_.longer_hours_from + 170;
        return day >= down && day < down + 5;
    }

    void call(Date day, double busy, double luck) {
        double within = targets(day) ? 0.885 : 0.815;
        within = std::clamp(within * luck / (0.9 + 0.1 * busy), 0.05, 0.98);
        if (switchboard_down(day)) within = 0.35;
        // The mean waiting time with which that share waits at most 120 seconds.
        const double waited = random_.exponential(120.0 / -std::log(1.0 - within));
        const bool gave_up = waited > 90 && random_.chance(0.18);
        row(day, "Telefon", waited, gave_up ? 0 : 60 + random_.exponential(210), !gave_up);
        text_ += gave_up ? ";" : (random_.chance(targets(day) ? 0.74 : 0.66) ? "Ja;" : "Nej;");
        text_ += "\r\n";
    }

    void visit(Date day, double busy) {
        row(day,
            "Personligt fremm\xf8"
            "de",
            random_.exponential((targets(day) ? 330 : 420) * busy), 180 + random_.exponential(300), true);
        text_ += random_.chance(0.86) ? "Ja;" : "Nej;";
        text_ += "\r\n";
    }

    void written(Date day, const char* channel, double mean_days) {
        row(day, channel, -1, 240 + random_.exponential(420), true);
        text_ += random_.chance(0.7) ? "Ja;" : "Nej;";
        Date answered = day;
        for (int left = static_cast<int>(random_.exponential(mean_days)); left > 0;) {
            answered = answered + 1;
            if (answered.weekday() <= 5) --left;
        }
        if (answered <= story_.last)
            text_ += answered.iso(); // otherwise still unanswered when the file was made
        text_ += "\r\n";
    }

    void web(Date day) {
        row(day, "Selvbetjening", -1, 0, true);
        text_ += random_.chance(0.81) ? "Ja;" : "Nej;";
        text_ += "\r\n";
    }

    // Everything up to “answered”; the caller adds solved and answer date.
    void row(Date day, const char* channel, double waited, double handled, bool answered) {
        const int second = 9 * 3600 + random_.below((day >= story_.longer_hours_from ? 9 : 6) * 3600);
        char buffer[256];
        const int length = std::snprintf(
            buffer, sizeof buffer, "%d;%02d-%02d-%04d %02d:%02d:%02d;%s;%s;%s;%s;", ++number_, day.day(),
            day.month(), day.year(), second / 3600, second / 60 % 60, second % 60,
            channel[0] == 'T' ? "BS-TLF" : "BS", channel, random_.chance(0.12) ? "Virksomhed" : "Borger",
            topics[static_cast<std::size_t>(random_.below(4))]);
        text_.append(buffer, static_cast<std::size_t>(length));
        if (waited >= 0) text_ += std::to_string(static_cast<int>(waited));
        text_ += ';';
        if (handled > 0) text_ += std::to_string(static_cast<int>(handled));
        text_ += answered ? ";Ja;" : ";Nej;";
    }

    const DemoStory& story_;
    Random random_;
    std::string text_;
    int number_ = 100000;
};

} // namespace

DemoStory demo_story(Date last) {
    const auto month = Period::containing(PeriodKind::month, last);
    auto first = month;
    for (int i = 0; i < 33; ++i)
        first = first.previous();
    auto hours = month;
    for (int i = 0; i < 19; ++i)
        hours = hours.previous();
    auto targets = month;
    for (int i = 0; i < 8; ++i)
        targets = targets.previous();
    return {first.first, last, hours.first, targets.first};
}

std::string demo_contacts_csv(const DemoStory& story, std::uint64_t seed) {
    return Writer(story, seed).write();
}

} // namespace maerkbar::app
