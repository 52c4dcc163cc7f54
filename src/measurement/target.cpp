#include "measurement/target.hpp"

namespace maerkbar::measurement {

std::optional<Target> target_on(std::span<const TargetSpan> targets, std::span<const UnitId> lineage,
                                Date day) {
    for (const auto unit : lineage)
        for (const auto& span : targets)
            if (span.unit == unit && span.from <= day && (!span.to || day < *span.to)) return span.target;
    return std::nullopt;
}

} // namespace maerkbar::measurement
