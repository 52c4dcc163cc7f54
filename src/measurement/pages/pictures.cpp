#include "measurement/pages/pictures.hpp"

#include <algorithm>

#include "measurement/sentence.hpp"
#include "measurement/value_text.hpp"
#include "web/parts/chart_figure.hpp"

namespace maerkbar::measurement {

namespace chart = web::chart;
using web::parts::TagKind;

namespace {

double scaled(const std::optional<double>& value, double scale) {
    return value ? *value * scale : chart::none;
}

chart::Mark mark_for(Meaning meaning) {
    return meaning == Meaning::better  ? chart::Mark::improvement
           : meaning == Meaning::worse ? chart::Mark::concern
                                       : chart::Mark::unusual;
}

// What the signals say of one period.
chart::Mark mark_of(const Verdict& verdict, const VerdictPoint& point) {
    chart::Mark mark = chart::Mark::ordinary;
    for (const auto& signal : verdict.signals) {
        if (point.period < signal.from || signal.to < point.period) continue;
        if (signal.meaning == Meaning::better) return chart::Mark::improvement;
        mark = signal.meaning == Meaning::worse ? chart::Mark::concern : chart::Mark::unusual;
    }
    return mark;
}

// Long names share their year below the axis; the tick is what differs.
std::string tick_of(const web::Language& language, Period period) {
    switch (period.kind) {
        case PeriodKind::year:
            return std::to_string(period.year());
        case PeriodKind::week:
        case PeriodKind::quarter:
        case PeriodKind::tertial:
            return std::to_string(period.number());
        case PeriodKind::day:
            return std::to_string(period.first.day());
        case PeriodKind::month:
            break;
    }
    const auto name = language.period_without_year(period);
    std::size_t end = 0; // three letters, whatever their length in bytes
    for (int letters = 0; end < name.size() && letters < 3; ++letters)
        for (++end; end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U;)
            ++end;
    return name.substr(0, end);
}

chart::Point point_of(const Drawing& drawing, const VerdictPoint& point, double scale) {
    chart::Point out;
    out.label = drawing.language.period(point.period);
    out.tick = tick_of(drawing.language, point.period);
    if (point.period.kind != PeriodKind::year) out.group = std::to_string(point.period.year());
    out.y = scaled(point.value, scale);
    out.centre = scaled(point.centre, scale);
    out.lower = scaled(point.lower, scale);
    out.upper = scaled(point.upper, scale);
    out.mark = mark_of(drawing.verdict, point);
    out.excluded = point.excluded;
    out.remark = remark_of(drawing.language, point);
    if (point.state == PeriodState::running) {
        if (!out.remark.empty()) out.remark += "; ";
        out.remark += drawing.language("not ended yet");
    }
    return out;
}

std::vector<chart::TargetStep> steps_of(const std::vector<VerdictPoint>& points, std::size_t first,
                                        double scale) {
    std::vector<chart::TargetStep> steps;
    std::optional<Target> before;
    for (std::size_t i = first; i < points.size(); ++i) {
        if (points[i].target == before) continue;
        before = points[i].target;
        steps.push_back({i - first, before ? scaled(before->low, scale) : chart::none,
                         before ? scaled(before->high, scale) : chart::none});
    }
    return steps;
}

std::vector<chart::Note> notes_on(const Verdict& verdict, const std::vector<Note>& notes) {
    std::vector<chart::Note> marks;
    for (const auto& note : notes)
        for (std::size_t i = 0; i < verdict.points.size(); ++i) {
            const auto period = verdict.points[i].period;
            if (period.first <= note.day && note.day <= period.last())
                marks.push_back({i, note.text, note.intervention});
        }
    return marks;
}

// What the limits of the latest frozen phase come from.
std::optional<chart::Baseline> baseline_of(const Verdict& verdict) {
    for (auto phase = verdict.phases.rbegin(); phase != verdict.phases.rend(); ++phase) {
        if (!phase->frozen_until) continue;
        const auto at = [&](Period period) {
            const auto found = std::ranges::find(verdict.points, period, &VerdictPoint::period);
            return static_cast<std::size_t>(found - verdict.points.begin());
        };
        return chart::Baseline{at(phase->first), at(*phase->frozen_until)};
    }
    return std::nullopt;
}

} // namespace

double axis_scale(const Drawing& drawing) {
    if (drawing.definition.format != NumberFormat::duration) return 1;
    double most = 0;
    for (const auto& point : drawing.verdict.points)
        most = std::max(most, point.value.value_or(0));
    return most >= 120 ? 1.0 / 60 : 1;
}

chart::NumberStyle axis_style(const Drawing& drawing) {
    const auto& definition = drawing.definition;
    if (definition.format == NumberFormat::percent)
        return web::parts::share_style(drawing.language, definition.decimals);
    if (definition.format == NumberFormat::duration)
        return web::parts::number_style(
            drawing.language, 0,
            axis_scale(drawing) < 1 ? drawing.language("min.") : drawing.language("sec."));
    return web::parts::number_style(drawing.language, definition.decimals,
                                    definition.unit_of_measure.in(drawing.language.code()));
}

chart::ControlChartPicture control_chart_of(const Drawing& drawing, const std::vector<Note>& notes) {
    const auto& verdict = drawing.verdict;
    const double scale = axis_scale(drawing);
    chart::ControlChartPicture picture;
    picture.title = drawing.definition.name.in(drawing.language.code());
    picture.description = say(drawing.language, drawing.definition, verdict, drawing.today).text();
    picture.numbers = axis_style(drawing);
    for (const auto& point : verdict.points)
        picture.points.push_back(point_of(drawing, point, scale));
    for (std::size_t i = 1; i < verdict.phase_starts.size(); ++i)
        picture.phases.push_back({verdict.phase_starts[i], {}});
    picture.baseline = baseline_of(verdict);
    picture.targets = steps_of(verdict.points, 0, scale);
    if (verdict.target)
        picture.target_label = drawing.language(
            "Target: {target}",
            {{"target", target_text(drawing.language, drawing.definition, *verdict.target)}});
    picture.notes = notes_on(verdict, notes);
    picture.least = drawing.definition.format == NumberFormat::percent ? 0 : chart::none;
    picture.greatest = drawing.definition.format == NumberFormat::percent ? 1 : chart::none;
    return picture;
}

chart::ControlChartPicture between_chart_of(const Drawing& drawing) {
    const auto& language = drawing.language;
    const auto& between = *drawing.verdict.between;
    chart::ControlChartPicture picture;
    picture.id = "between";
    picture.title = language("Days between the events");
    picture.description = language.plural(
        "{count} day had passed since the last event at the end of {period}.",
        "{count} days had passed since the last event at the end of {period}.", between.since_last,
        {{"period", language.period(drawing.verdict.latest_point()->period)}});
    picture.numbers = web::parts::number_style(language, 0, language("days"));
    picture.least = 0;
    for (const auto& point : between.points) {
        chart::Point out;
        out.label = language.date(point.day);
        out.tick = tick_of(language, Period::containing(PeriodKind::month, point.day));
        out.group = std::to_string(point.day.year());
        out.y = static_cast<double>(point.days);
        out.centre = scaled(point.centre, 1);
        out.lower = scaled(point.lower, 1);
        out.upper = scaled(point.upper, 1);
        out.excluded = point.excluded;
        if (point.outside) {
            const bool few = out.y > out.upper;
            const auto meaning = drawing.verdict.direction == Direction::neutral ? Meaning::neutral
                                 : few == (drawing.verdict.direction == Direction::lower_better)
                                     ? Meaning::better
                                     : Meaning::worse;
            out.mark = mark_for(meaning);
        }
        picture.points.push_back(std::move(out));
    }
    return picture;
}

chart::SparklinePicture sparkline_of(const Drawing& drawing, std::size_t most) {
    const auto& points = drawing.verdict.points;
    const std::size_t first = points.size() > most ? points.size() - most : 0;
    chart::SparklinePicture picture;
    picture.name =
        drawing.language.plural("Development over {count} period", "Development over {count} periods",
                                static_cast<std::int64_t>(points.size() - first));
    for (std::size_t i = first; i < points.size(); ++i)
        picture.points.push_back(point_of(drawing, points[i], axis_scale(drawing)));
    picture.targets = steps_of(points, first, axis_scale(drawing));
    return picture;
}

std::vector<TagKind> tags_of(const Verdict& verdict) {
    if (verdict.tag == Tag::old) return {TagKind::old_data};
    std::vector<TagKind> tags;
    switch (verdict.target_status) {
        case TargetStatus::kept:
            tags.push_back(TagKind::kept);
            break;
        case TargetStatus::not_kept:
            tags.push_back(TagKind::not_kept);
            break;
        case TargetStatus::met:
            tags.push_back(TagKind::met);
            break;
        case TargetStatus::not_met:
            tags.push_back(TagKind::not_met);
            break;
        case TargetStatus::undecided:
            tags.push_back(TagKind::undecided);
            break;
        case TargetStatus::none:
            break;
    }
    switch (verdict.tag) {
        case Tag::no_data:
            tags.push_back(TagKind::no_data);
            break;
        case Tag::too_few:
            tags.push_back(TagKind::few_data);
            break;
        case Tag::better:
            tags.push_back(TagKind::better);
            break;
        case Tag::worse:
            tags.push_back(TagKind::worse);
            break;
        case Tag::changed:
            tags.push_back(TagKind::changed);
            break;
        case Tag::stable:
            tags.push_back(TagKind::unchanged);
            break;
        case Tag::old:
            break;
    }
    return tags;
}

std::string remark_of(const web::Language& language, const VerdictPoint& point) {
    if (point.numerator && point.denominator)
        return language("{part} of {whole}", {{"part", amount_text(language, *point.numerator)},
                                              {"whole", amount_text(language, *point.denominator)}});
    if (point.count > 0) return language.plural("{count} row", "{count} rows", point.count);
    return {};
}

} // namespace maerkbar::measurement
