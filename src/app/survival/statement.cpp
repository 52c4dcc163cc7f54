#include <cmath>

#include "app/survival/words.hpp"

namespace maerkbar::app_survival {

namespace {

using statistics::DurationChange;

// The two groups of the report with their names and figures as text.
class Statement {
  public:
    explicit Statement(const Report& report)
        : report_(report), language_(report.language), comparison_(*report.analysis.comparison) {}

    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> out{verdict()};
        if (result().change != DurationChange::too_few) {
            out.push_back(open_counted());
            out.push_back(tests());
        }
        if (result().before.finished.cases > 0 && result().after.finished.cases > 0) {
            out.push_back(finished_only());
            out.push_back(what_they_leave_out());
            if (auto text = judgement(); !text.empty()) out.push_back(std::move(text));
        }
        return out;
    }

  private:
    [[nodiscard]] const statistics::BeforeAfter& result() const { return comparison_.result; }
    [[nodiscard]] std::string before() const { return group_text(comparison_.before, report_); }
    [[nodiscard]] std::string after() const { return group_text(comparison_.after, report_); }
    [[nodiscard]] std::string time(double value) const { return time_text(value, report_); }
    [[nodiscard]] std::string median(const statistics::DurationSide& side) const {
        return time(statistics::time_quantile(side.curve, 0.5).time);
    }

    [[nodiscard]] std::string verdict() const {
        switch (result().change) {
            case DurationChange::too_few:
                return language_("Too few cases have ended to compare: each side needs {count}.",
                                 {{"count", language_.integer(statistics::least_endings)}});
            case DurationChange::none:
                return language_("No change beyond chance.");
            case DurationChange::unsure:
                return language_("It is not certain that anything has changed.");
            case DurationChange::shorter:
                return language_("It has become shorter.");
            case DurationChange::longer:
                return language_("It has become longer.");
        }
        return {};
    }

    [[nodiscard]] std::string open_counted() const {
        const auto& mean = result().after.mean;
        auto text = language_("Open cases counted, the median is {a} ({before}) and {b} ({after}).",
                              {{"a", median(result().before)},
                               {"before", before()},
                               {"b", median(result().after)},
                               {"after", after()}});
        if (statistics::is_missing(mean.value)) return text;
        return text + " " +
               language_(
                   "Within the first {horizon}, which both sides show, a case waits {a} and {b} on average.",
                   {{"horizon", time(result().horizon)},
                    {"a", time(std::round(result().before.mean.value * 10) / 10)},
                    {"b", time(std::round(mean.value * 10) / 10)}});
    }

    [[nodiscard]] std::string tests() const {
        const web::Arguments p{{"p", p_text(result().log_rank.p, language_)},
                               {"q", p_text(result().peto.p, language_)}};
        if (result().change == DurationChange::unsure)
            return language_(
                "The tests disagree: log-rank, which asks about all durations, {p}; Peto, which "
                "asks about most cases, {q}.",
                p);
        return language_("Log-rank test {p}, Peto's test {q}.", p);
    }

    [[nodiscard]] std::string finished_only() const {
        const auto& a = result().before.finished;
        const auto& b = result().after.finished;
        const double change = b.mean / a.mean - 1;
        return language_(
            "Finished cases alone would have claimed: average {a} → {b} ({change}), median {c} → {d} "
            "({p}).",
            {{"a", time(std::round(a.mean * 10) / 10)},
             {"b", time(std::round(b.mean * 10) / 10)},
             {"change", (change > 0 ? "+" : "") + language_.percent(change)},
             {"c", time(a.median)},
             {"d", time(b.median)},
             {"p", p_text(result().finished_test.p, language_)}});
    }

    [[nodiscard]] std::string open_share(const statistics::SurvivalCurve& curve) const {
        const auto open = curve.cases - curve.ended;
        return language_("{open} of {cases}",
                         {{"open", language_.integer(static_cast<std::int64_t>(open))},
                          {"cases", language_.integer(static_cast<std::int64_t>(curve.cases))}});
    }

    [[nodiscard]] std::string what_they_leave_out() const {
        return language_(
            "They leave out the cases that are still open: {a} ({before}) and {b} ({after}). The "
            "longer the wait, the likelier it is left out.",
            {{"a", open_share(result().before.curve)},
             {"before", before()},
             {"b", open_share(result().after.curve)},
             {"after", after()}});
    }

    [[nodiscard]] std::string judgement() const {
        const auto claim = result().finished_claim;
        const bool claims = claim == DurationChange::shorter || claim == DurationChange::longer;
        if (claims && claim != result().change)
            return language_("That claim does not hold: do not quote it.");
        if (claims)
            return language_("They point the right way, but quote the figures with open cases counted.");
        return {};
    }

    const Report& report_;
    const web::Language& language_;
    const Comparison& comparison_;
};

} // namespace

std::vector<std::string> statement(const Report& report) {
    if (!report.analysis.comparison) return {};
    return Statement(report).sentences();
}

} // namespace maerkbar::app_survival
