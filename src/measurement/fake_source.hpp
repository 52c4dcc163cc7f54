#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "measurement/fact_source.hpp"

// For tests: a source of contacts in memory, with imports that replace one another.
namespace maerkbar::measurement::testing {

inline const Date start = *Date::from(2026, 1, 1);
inline constexpr int days = 100;

struct Import {
    std::int64_t id = 0;
    bool published = false;
    std::optional<UnitDays> replaces; // facts of earlier imports in here do not count while this one does
    std::vector<std::pair<UnitId, std::pair<Date, std::vector<std::int64_t>>>> facts;
};

class FakeSource : public FactSource {
  public:
    // Whether facts last until they are answered; otherwise they may be reported states.
    explicit FakeSource(bool lasting = false) {
        if (lasting) schema_.lasts_until = "answered_day";
        schema_.may_be_states = !lasting;
    }

    std::vector<Import> imports;

    [[nodiscard]] const SourceSchema& schema() const override { return schema_; }

    Result<void> facts(storage::Connection&, const FactView& view, UnitDays span,
                       const std::function<void(const Fact&)>& sink) const override {
        std::vector<std::pair<Date, std::vector<std::int64_t>>> found;
        for (const auto& import : imports)
            for (const auto& [unit, fact] : import.facts)
                if (unit == span.unit && span.first <= fact.first && fact.first <= span.last &&
                    counts(import, unit, fact.first, view))
                    found.push_back(fact);
        std::ranges::stable_sort(found, {}, [](const auto& fact) { return fact.first; });
        for (const auto& [day, values] : found)
            sink({span.unit, day, values});
        return {};
    }

    Result<std::vector<UnitDays>> extent(storage::Connection&, const FactView&) const override {
        std::vector<UnitDays> spans;
        for (std::int64_t unit = 1; unit <= 6; ++unit)
            spans.push_back({UnitId{unit}, start, start + days});
        return spans;
    }

    Result<std::vector<std::pair<std::int64_t, std::string>>> categories(storage::Connection&, TenantId,
                                                                         std::string_view) const override {
        return std::vector<std::pair<std::int64_t, std::string>>{{1, "Telefon"}, {2, "Brev"}};
    }

  private:
    static bool visible(const Import& import, const FactView& view) {
        return (import.published || import.id == view.also_import) && import.id != view.without_import;
    }

    bool counts(const Import& import, UnitId unit, Date day, const FactView& view) const {
        if (!visible(import, view)) return false;
        return std::ranges::none_of(imports, [&](const Import& later) {
            return later.id > import.id && visible(later, view) && later.replaces &&
                   later.replaces->unit == unit && later.replaces->first <= day &&
                   day <= later.replaces->last;
        });
    }

    SourceSchema schema_{"contacts",
                         "Contacts",
                         {{"channel", "Channel", ColumnType::category},
                          {"waited", "Waited", ColumnType::seconds},
                          {"answered_day", "Answered on", ColumnType::day}}};
};

} // namespace maerkbar::measurement::testing
