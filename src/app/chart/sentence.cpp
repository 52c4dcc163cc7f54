#include "app/chart/sentence.hpp"

#include <algorithm>

#include "app/chart/outlook.hpp"
#include "app/chart/value_text.hpp"
#include "statistics/default_chart.hpp"

namespace maerkbar::app_chart {

namespace {

using statistics::Capability;
using web::Language;

constexpr std::size_t names_told = 8; // more are counted

class Speaker {
  public:
    Speaker(const ChartedSeries& series, const OutputContext& context)
        : series_(series),
          context_(context),
          language(context.language),
          value_(series, context.request, context.language) {}

    std::string speak() {
        if (values_in(series_) == 0) return language("There is no value to judge.");
        if (!context_.categorical) {
            add(latest());
            add(kept());
        }
        context_.request.making_data_count ? speak_of_icons() : speak_of_chart();
        return text_;
    }

  private:
    void add(const std::string& part) {
        if (part.empty()) return;
        if (!text_.empty()) text_ += ' ';
        text_ += part;
    }

    void speak_of_chart() {
        const auto& chart = series_.control();
        if (values_in(series_) < statistics::points_for_limits) return add(few());
        if (chart.parts.size() > 1) add(new_level());
        const auto& part = chart.last_part();
        if (!part.constant && too_rare()) return add(rare());
        if (part.constant) {
            add(language("Every value is the same, so there is no variation to judge."));
        } else if (context_.categorical) {
            add(compared(part));
        } else {
            add(runs(part));
            add(outside(part));
            if (!part.runs_signal && part.sigma_signals == 0) add(ordinary());
        }
        add(outlook());
    }

    std::string latest() const {
        const auto index = series_.x.size() - 1;
        const auto point = drawn_point(series_, index);
        const std::string x(series_.x[index]);
        if (statistics::is_missing(point.y))
            return language("The latest point ({x}) has no value.", {{"x", x}});
        const auto& group = series_.points[index];
        if (!value_.is_share())
            return language("The latest value ({x}) is {value}.",
                            {{"x", x}, {"value", value_.compact(point.y)}});
        return language(
            "The latest value ({x}) is {value} ({count} of {n}).",
            {{"x", x}, {"value", value_(point.y)}, {"count", whole(group.sum)}, {"n", whole(group.n)}});
    }

    std::string whole(double number) const {
        return number == std::floor(number) ? language.integer(static_cast<std::int64_t>(number))
                                            : language.number(number, 1);
    }

    std::string few() const {
        return language.plural("{count} point is too few to tell a signal from ordinary variation.",
                               "{count} points are too few to tell a signal from ordinary variation.",
                               static_cast<std::int64_t>(values_in(series_)));
    }

    // Whether the limits of a prime chart mean nothing, see events_are_rare.
    [[nodiscard]] bool too_rare() const {
        const auto type = context_.request.type;
        if (type == statistics::ChartType::p_prime)
            return statistics::events_are_rare(statistics::FigureKind::share, series_.points);
        return type == statistics::ChartType::u_prime &&
               statistics::events_are_rare(statistics::FigureKind::rate, series_.points);
    }

    std::string rare() const {
        return language("There are too few events for the limits of this chart. Choose --type {type}.",
                        {{"type", context_.request.type == statistics::ChartType::p_prime ? "p" : "u"}});
    }

    std::string new_level() const {
        const auto& chart = series_.control();
        const auto& now = chart.parts.back();
        const auto& before = chart.parts[chart.parts.size() - 2];
        return language("Since {x} the level is {now}; before, it was {before}.",
                        {{"x", std::string(series_.x[now.first])},
                         {"now", value_(chart.points[now.first].cl)},
                         {"before", value_(chart.points[before.first].cl)}});
    }

    std::string runs(const statistics::ChartPart& part) const {
        if (!part.runs_signal) return {};
        const auto& found = part.runs;
        const web::Arguments where{{"from", std::string(series_.x[found.longest_first])},
                                   {"to", std::string(series_.x[found.longest_last])},
                                   {"count", language.integer(found.longest)}};
        if (found.too_long())
            return found.longest_side > 0 ? language(
                                                "Something has changed: {count} values in a row lie above "
                                                "the level, from {from} to {to}.",
                                                where)
                                          : language(
                                                "Something has changed: {count} values in a row lie below "
                                                "the level, from {from} to {to}.",
                                                where);
        return language(
            "Something has changed: the values cross the level {count} times, where at least {least} are "
            "usual.",
            {{"count", language.integer(found.crossings)}, {"least", language.integer(found.crossings_min)}});
    }

    std::string outside(const statistics::ChartPart& part) const {
        if (part.sigma_signals == 0) return {};
        const auto& points = series_.control().points;
        std::size_t last = part.first;
        for (std::size_t i = part.first; i < part.end; ++i)
            if (points[i].sigma_signal) last = i;
        return language.plural("{count} value lies outside the limits: {x}.",
                               "{count} values lie outside the limits, the latest of them {x}.",
                               part.sigma_signals, {{"x", std::string(series_.x[last])}});
    }

    std::string compared(const statistics::ChartPart& part) const {
        if (part.sigma_signals == 0) return language("All differences are within ordinary variation.");
        std::vector<std::string> names;
        for (std::size_t i = part.first; i < part.end; ++i)
            if (series_.control().points[i].sigma_signal) names.emplace_back(series_.x[i]);
        if (names.size() > names_told)
            return language("{count} of {all} are outside the limits.",
                            {{"count", language.integer(part.sigma_signals)},
                             {"all", language.integer(static_cast<std::int64_t>(values_in(series_)))}});
        return language("Outside the limits: {names}.", {{"names", language.list(names)}});
    }

    std::string ordinary() const {
        const auto& chart = series_.control();
        const auto level = value_(chart.points[chart.last_part().first].cl);
        const auto next = outlook_of(series_, context_.request, context_.categorical).next;
        if (statistics::is_missing(next.lower) || statistics::is_missing(next.upper))
            return language("There is only ordinary variation around {level}.", {{"level", level}});
        return language(
            "There is only ordinary variation around {level}; values from {lower} to {upper} are to be "
            "expected.",
            {{"level", level}, {"lower", value_(next.lower)}, {"upper", value_(next.upper)}});
    }

    std::string outlook() const {
        switch (outlook_of(series_, context_.request, context_.categorical).capability) {
            case Capability::unknown:
                return {};
            case Capability::capable:
                return language("If it goes on like this, the target will be kept every time.");
            case Capability::incapable:
                return language("If it goes on like this, the target will not be kept.");
            case Capability::across:
                return language(
                    "If it goes on like this, the target will be kept sometimes and missed sometimes.");
        }
        return {};
    }

    // With every row in, this is arithmetic.
    std::string kept() const {
        const auto range = context_.request.target_range();
        const double y = drawn_point(series_, series_.x.size() - 1).y;
        if (statistics::is_missing(y) ||
            (statistics::is_missing(range.floor) && statistics::is_missing(range.ceiling)))
            return {};
        const web::Arguments target{{"target", value_.as_given(*context_.request.target)}};
        return y < range.floor || y > range.ceiling ? language("The target of {target} is not kept.", target)
                                                    : language("The target of {target} is kept.", target);
    }

    void speak_of_icons() {
        add(variation());
        add(assurance());
    }

    std::string variation() const {
        const auto& chart = series_.mdc();
        if (chart.groups.back().is_short) return few_for_icons();
        switch (chart.latest().type) {
            case statistics::PointType::common_cause:
                return language("It is within ordinary variation.");
            case statistics::PointType::improvement:
                return language("It is a sign of improvement.");
            case statistics::PointType::concern:
                return language("It is a sign of decline.");
            case statistics::PointType::neutral_high:
                return language("It is unusually high.");
            case statistics::PointType::neutral_low:
                return language("It is unusually low.");
        }
        return {};
    }

    std::string few_for_icons() const {
        const auto& group = series_.mdc().groups.back();
        return language.plural("{count} point is too few to tell a signal from ordinary variation.",
                               "{count} points are too few to tell a signal from ordinary variation.",
                               static_cast<std::int64_t>(group.end - group.first));
    }

    std::string assurance() const {
        if (series_.mdc().groups.back().is_short) return {};
        switch (series_.mdc().groups.back().assurance) {
            case statistics::Assurance::none:
                return {};
            case statistics::Assurance::consistent_pass:
                return language("If it goes on like this, the target will be kept every time.");
            case statistics::Assurance::consistent_fail:
                return language("If it goes on like this, the target will not be kept.");
            case statistics::Assurance::inconsistent:
                return language(
                    "If it goes on like this, the target will be kept sometimes and missed sometimes.");
        }
        return {};
    }

    const ChartedSeries& series_;
    const OutputContext& context_;
    const Language& language; // this name, for the check of texts
    ValueText value_;
    std::string text_;
};

} // namespace

std::string sentence(const ChartedSeries& series, const OutputContext& context) {
    return Speaker(series, context).speak();
}

} // namespace maerkbar::app_chart
