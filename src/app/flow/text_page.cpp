#include "app/flow/text_page.hpp"

#include <algorithm>
#include <cmath>

#include "app/flow/oddity_words.hpp"
#include "app/flow/text_columns.hpp"
#include "event_log/backlog.hpp"
#include "event_log/resources.hpp"

namespace maerkbar::app_flow {

using event_log::Milliseconds;
using Side = TextColumns::Side;

namespace {

constexpr std::size_t rows_shown = 10;
constexpr std::size_t months_shown = 12;
constexpr std::size_t name_places = 44;
constexpr std::size_t bar_places = 20;

class Page {
  public:
    Page(Analysis& analysis, const web::Language& language) : analysis_(analysis), language_(language) {}

    std::string text() {
        opening();
        section(language_("What was odd"), oddity_lines(analysis_, language_));
        durations();
        waits();
        edges();
        ways();
        list_by_month();
        for (const auto& name : analysis_.request().by)
            by_attribute(name);
        work();
        if (analysis_.request().out.empty())
            text_ +=
                "\n" + language_("--out FOLDER writes all of it as tables, --format json as JSON.") + "\n";
        return std::move(text_);
    }

  private:
    void section(const std::string& title, const std::string& body) { text_ += "\n" + title + "\n" + body; }
    std::string count(std::size_t number) const {
        return language_.integer(static_cast<std::int64_t>(number));
    }
    std::string events(std::size_t number) const {
        return language_.plural("{count} event", "{count} events", static_cast<std::int64_t>(number));
    }
    std::string cases(std::size_t number) const {
        return language_.plural("{count} case", "{count} cases", static_cast<std::int64_t>(number));
    }
    std::string pieces(std::size_t number) const {
        return language_.plural("{count} piece of work", "{count} pieces of work",
                                static_cast<std::int64_t>(number));
    }
    std::string length(double milliseconds) const {
        return language_.duration(std::chrono::seconds(std::llround(milliseconds / 1000)));
    }
    std::string length(Milliseconds milliseconds) const { return length(static_cast<double>(milliseconds)); }
    std::string if_any(const event_log::Lengths& lengths, double value) const {
        return lengths.count > 0 ? length(value) : "";
    }
    std::string day(Milliseconds moment) const { return language_.date(analysis_.zone().local_day(moment)); }
    std::string name(event_log::TextNumber activity) const {
        return shortened(analysis_.log().activity_name(activity), name_places);
    }

    void opening() {
        const auto& log = analysis_.log();
        text_ = analysis_.request().file + "\n";
        text_ += language_("{events} in {cases}, from {first} to {last}.",
                           {{"events", events(log.events().size())},
                            {"cases", cases(log.case_count())},
                            {"first", day(log.first_time())},
                            {"last", day(log.last_time())}}) +
                 "\n";
        if (!analysis_.request().filters.empty())
            text_ +=
                language_("The filters let {cases} of {all} pass.",
                          {{"cases", count(log.case_count())}, {"all", cases(analysis_.cases_in_file())}}) +
                "\n";
        const auto& columns = analysis_.file().columns;
        if (!columns.is_case_table())
            text_ += language_("Case: {case}. Activity: {activity}. Time: {time}. Months and days: {zone}.",
                               {{"case", columns.case_id},
                                {"activity", columns.activity},
                                {"time", columns.time},
                                {"zone", analysis_.zone().name()}}) +
                     "\n";
    }

    void durations() {
        const auto& summary = analysis_.summary();
        const auto& lengths = summary.durations;
        std::string body;
        if (lengths.count > 0) {
            body = "  " +
                   language_(
                       "Half of the cases take {median} or less, nine of ten {p90} or less. The mean is "
                       "{mean}, the longest "
                       "took {max}.",
                       {{"median", length(lengths.median)},
                        {"p90", length(lengths.p90)},
                        {"mean", length(lengths.mean)},
                        {"max", length(lengths.maximum)}}) +
                   "\n";
        }
        if (summary.zero_durations > 0)
            body += "  " +
                    language_.plural("{count} case begins and ends at the same moment.",
                                     "{count} cases begin and end at the same moment.",
                                     static_cast<std::int64_t>(summary.zero_durations)) +
                    "\n";
        if (summary.open_cases > 0)
            body += "  " +
                    language_.plural(
                        "{count} of {cases} is still open and not in these figures, which therefore look "
                        "better than they are. “maerkbar survival” counts it.",
                        "{count} of {cases} are still open and not in these figures, which therefore look "
                        "better than they are. “maerkbar survival” counts them.",
                        static_cast<std::int64_t>(summary.open_cases), {{"cases", cases(summary.cases)}}) +
                    "\n";
        section(language_("How long cases take, from first to last event"), body);
    }

    std::string waiting_title() const {
        if (analysis_.plain_calendar() == nullptr)
            return language_("Where cases wait, by the activity they wait for");
        return language_("Where cases wait in office hours, by the activity they wait for");
    }

    void waits() {
        auto flows = analysis_.graph().activities;
        std::ranges::stable_sort(flows, std::greater(), [](const auto& flow) { return flow.waits.sum; });
        std::erase_if(flows, [](const auto& flow) { return flow.waits.count == 0; });
        if (flows.empty()) return;
        TextColumns columns({Side::left, Side::right, Side::left, Side::right, Side::right, Side::right});
        columns.add({language_("activity"), language_("share"), "", language_("times"), language_("median"),
                     language_("90 % within")});
        for (const auto& flow : std::span(flows).first(std::min(rows_shown, flows.size()))) {
            const double share = analysis_.graph().share(flow);
            columns.add({name(flow.activity), language_.percent(share), bar(share, bar_places),
                         count(flow.waits.count), length(flow.waits.median), length(flow.waits.p90)});
        }
        section(waiting_title(), columns.text());
    }

    void edges() {
        const auto& all = analysis_.graph().edges;
        if (all.empty()) return;
        TextColumns columns({Side::left, Side::left, Side::right, Side::right, Side::right});
        columns.add({language_("from"), language_("to"), language_("times"), language_("median"),
                     language_("90 % within")});
        for (const auto& edge : std::span(all).first(std::min(rows_shown, all.size())))
            columns.add({shortened(name(edge.from), 34), "→ " + shortened(name(edge.to), 34),
                         count(edge.gaps.count), length(edge.gaps.median), length(edge.gaps.p90)});
        section(language_("The most frequent steps"), columns.text());
    }

    void ways() {
        const auto& variants = analysis_.variants();
        const auto& log = analysis_.log();
        TextColumns columns({Side::right, Side::right, Side::left});
        for (const auto& variant :
             std::span(variants.ranked).first(std::min<std::size_t>(5, variants.ranked.size()))) {
            const auto share = static_cast<double>(variant.cases) / static_cast<double>(log.case_count());
            auto way = event_log::variant_text(log, variant.example);
            std::ranges::replace(way, '|', '>');
            columns.add({count(variant.cases), language_.percent(share), shortened(way, 90)});
        }
        section(ways_title(variants.ranked.size()), columns.text());
    }

    std::string ways_title(std::size_t ways) const {
        auto title = language_.plural("{count} way through", "{count} different ways through",
                                      static_cast<std::int64_t>(ways));
        if (ways == 1) return title;
        const auto few = analysis_.summary().variants_covering_80_percent;
        return title + "; " +
               language_.plural("{count} of them covers 80 % of the cases",
                                "{count} of them cover 80 % of the cases", static_cast<std::int64_t>(few));
    }

    void list_by_month() {
        const auto all = event_log::months(analysis_.log(), analysis_.zone());
        std::size_t most = 1;
        for (const auto& month : all)
            most = std::max(most, month.window.open_after());
        TextColumns columns({Side::left, Side::right, Side::right, Side::right, Side::left, Side::right});
        columns.add({language_("month"), language_("arrived"), language_("completed"),
                     language_("open at the end"), "", language_("median age of open cases")});
        const auto skipped = all.size() - std::min(months_shown, all.size());
        for (const auto& month : std::span(all).subspan(skipped)) {
            const auto open = month.window.open_after();
            const auto share = static_cast<double>(open) / static_cast<double>(most);
            columns.add({language_.period(Period::containing(PeriodKind::month, month.month)),
                         count(month.window.arrived), count(month.window.completed), count(open),
                         bar(share, bar_places), month.open_ages ? length(month.open_ages->median) : ""});
        }
        section(skipped > 0 ? language_("The waiting list in the last {count} months",
                                        {{"count", count(months_shown)}})
                            : language_("The waiting list by month"),
                columns.text());
    }

    void by_attribute(const std::string& attribute) {
        const auto* const column = analysis_.column(attribute);
        const auto values = event_log::by_attribute(analysis_.log(), *column);
        TextColumns columns({Side::left, Side::right, Side::right, Side::right});
        columns.add({language_("value"), language_("cases"), language_("median"), language_("90 % within")});
        for (const auto& value : std::span(values).first(std::min(rows_shown, values.size())))
            columns.add({value.value == event_log::no_text
                             ? language_("(empty)")
                             : shortened(column->texts[value.value], name_places),
                         count(value.cases), if_any(value.durations, value.durations.median),
                         if_any(value.durations, value.durations.p90)});
        section(language_("By {attribute}", {{"attribute", attribute}}), columns.text());
    }

    void work() {
        const auto& work = analysis_.lifecycle();
        if (!work || work->paired == 0) return;
        section(
            language_("Work and waiting"),
            "  " +
                language_("Somebody works on a case for {share} of the time from its first row to its last.",
                          {{"share", language_.percent(work->flow_efficiency(), 1)}}) +
                " " +
                language_.plural("{count} of {all} has a start.", "{count} of {all} have a start.",
                                 static_cast<std::int64_t>(work->paired),
                                 {{"all", pieces(work->instances)}}) +
                "\n");
    }

    Analysis& analysis_;
    const web::Language& language_;
    std::string text_;
};

} // namespace

std::string text_page(Analysis& analysis, const web::Language& language) {
    return Page(analysis, language).text();
}

} // namespace maerkbar::app_flow
