#include "measurement/pages/comparison.hpp"

#include <cmath>

#include "measurement/value_text.hpp"
#include "web/parts/chart_figure.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::measurement::pages {

using web::Html;

namespace {

// What stands beside the value: what it is made of, that it is little, and when it is from where the others
// are newer.
std::string remark(const Visit& visit, const Subject& subject, const Verdict& verdict) {
    const auto& language = visit.language();
    const auto& latest = *verdict.latest_point();
    std::vector<std::string> parts;
    if (auto behind = remark_of(language, latest); !behind.empty()) parts.push_back(std::move(behind));
    if (verdict.caution(CautionKind::small_number)) parts.push_back(language("few"));
    const auto* whole = subject.verdict->latest_point();
    if (whole == nullptr || whole->period != latest.period) parts.push_back(language.period(latest.period));
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

web::chart::ComparisonRow row_of(const Visit& visit, const Subject& subject, const Verdict& verdict) {
    const double scale = axis_scale(drawing_of(visit, subject));
    web::chart::ComparisonRow row{visit.unit_name(verdict.unit)};
    row.value = *verdict.latest_point()->value * scale;
    if (verdict.uncertainty) {
        row.lower = verdict.uncertainty->low * scale;
        row.upper = verdict.uncertainty->high * scale;
    }
    row.remark = remark(visit, subject, verdict);
    row.href = indicator_address(verdict.unit, subject.indicator.id);
    return row;
}

Html status_of(const Visit& visit, const Verdict& verdict) {
    if (verdict.target_status == TargetStatus::none) return Html() << "–";
    return web::parts::tag(tags_of(verdict).front(), visit.language());
}

// Counts and sums of a whole are no measure for its parts.
bool whole_is_comparable(MeasureKind kind) {
    return kind != MeasureKind::count && kind != MeasureKind::sum && kind != MeasureKind::maximum;
}

void draw_lines(const Visit& visit, const Subject& subject, web::chart::ComparisonPicture& picture) {
    const auto drawing = drawing_of(visit, subject);
    const auto& verdict = *subject.verdict;
    if (verdict.target) {
        const auto& target = *verdict.target;
        picture.target = target.low.value_or(target.high.value_or(web::chart::none)) * axis_scale(drawing);
        picture.target_label = visit.language()(
            "Target: {target}", {{"target", target_text(visit.language(), drawing.definition, target)}});
    }
    const auto* latest = verdict.latest_point();
    if (latest == nullptr || !whole_is_comparable(drawing.definition.measure.kind)) return;
    picture.reference = *latest->value * axis_scale(drawing);
    picture.reference_label = visit.unit_name(subject.unit);
}

// How to read it; the caution only where there is something to be careful with.
std::string reading(const Visit& visit, const web::chart::ComparisonPicture& picture, bool few) {
    const auto& language = visit.language();
    std::string text;
    for (const auto& row : picture.rows)
        if (std::isfinite(row.lower)) {
            text = language(
                "The bar shows where chance alone may put the figure (95% interval). Units whose bars "
                "overlap need not differ.");
            break;
        }
    if (!few) return text;
    if (!text.empty()) text += ' ';
    return text + language.plural("Fewer than {count} record lies behind a figure marked as few.",
                                  "Fewer than {count} records lie behind a figure marked as few.",
                                  small_number);
}

} // namespace

Result<Html> comparison(Visit& visit, const Subject& subject) {
    const auto children = visit.tree().children(subject.unit, visit.viewer.today);
    if (children.empty()) return Html();
    const auto& language = visit.language();
    web::parts::ComparisonFigure figure;
    figure.name_heading = language("Unit");
    figure.status_heading = language("Target");
    auto& picture = figure.picture;
    picture.title = language("Units below, side by side");
    picture.numbers = axis_style(drawing_of(visit, subject));
    draw_lines(visit, subject, picture);
    bool few = false;
    TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
        for (const auto child : children) {
            VerdictQuestion question{subject.indicator.id, child};
            question.until = subject.until;
            const auto verdict = TRY(visit.snapshot->verdict(connection, question));
            if (!verdict->latest) continue;
            picture.rows.push_back(row_of(visit, subject, *verdict));
            figure.status.push_back(status_of(visit, *verdict));
            few = few || verdict->caution(CautionKind::small_number) != nullptr;
        }
        return {};
    }));
    if (picture.rows.empty()) return Html();
    picture.description = reading(visit, picture, few);
    return web::parts::section(picture.title, web::parts::comparison_figure(figure, language));
}

} // namespace maerkbar::measurement::pages
