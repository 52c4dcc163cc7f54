#include "practice/assessment/model/scale.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::assessment {

std::span<const Band> Scale::ladder() const {
    if (bands.empty() && !aspects.empty()) return aspects.front().bands;
    return bands;
}

const Aspect* Scale::aspect(std::string_view aspect_id) const {
    const auto found = std::ranges::find(aspects, aspect_id, &Aspect::id);
    return found == aspects.end() ? nullptr : &*found;
}

bool Scale::allows(double value) const {
    return value >= min && value <= max && (!whole || value == std::floor(value));
}

std::size_t band_of(const Scale& scale, double value) {
    const auto bands = scale.ladder();
    std::size_t found = 0;
    for (std::size_t i = 1; i < bands.size(); ++i)
        if (value >= bands[i].from) found = i;
    return found;
}

double midpoint(const Band& band) {
    return (band.from + band.to) / 2;
}

std::optional<double> item_value(const Scale& scale, const AspectScores& scores) {
    const auto score_of = [&](std::string_view aspect) -> std::optional<double> {
        const auto found = scores.find(aspect);
        return found == scores.end() ? std::nullopt : std::optional(found->second);
    };
    if (scale.aspects.empty()) return score_of("");
    double sum = 0;
    for (const auto& aspect : scale.aspects) {
        const auto score = score_of(aspect.id);
        if (!score) return std::nullopt;
        sum += *score;
    }
    return sum / static_cast<double>(scale.aspects.size());
}

std::optional<double> converted(double value, const Scale& from, const Scale& to) {
    if (from.ladder().empty() || from.ladder().size() != to.ladder().size()) return std::nullopt;
    return midpoint(to.ladder()[band_of(from, value)]);
}

} // namespace maerkbar::assessment
