#include "organisation/unit_import.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

Error row_error(std::string code, std::string text, std::string value = {}) {
    return {ErrorKind::invalid,
            "organisation.import_" + std::move(code),
            std::move(text),
            {{"value", std::move(value)}}};
}

struct LevelName {
    std::string_view name;
    std::string_view code;
};
// What files call the usual levels in Danish and Norwegian.
constexpr LevelName level_names[] = {
    {"kommune", "municipality"},    {"sektor", "sector"}, {"forvaltning", "sector"}, {"område", "sector"},
    {"institusjon", "institution"}, {"afdeling", "team"}, {"avdeling", "team"}};

class Importer {
  public:
    explicit Importer(const ImportPlan& plan) : plan_(plan), tree_(plan.tree) {}

    Result<UnitImport> run(std::vector<UnitRow> rows) {
        for (auto& row : rows)
            import_.outcomes.push_back({std::move(row)});
        check_codes();
        for (auto& outcome : import_.outcomes)
            if (!outcome.error) TRY(place_with_followers(outcome));
        for (const auto& [parent, rows_below] : waiting_)
            for (auto* outcome : rows_below)
                outcome->error = row_error(
                    "parent", translatable("There is no unit with the code {value} to lie beneath."),
                    outcome->row.parent);
        for (const auto id : changed_)
            import_.changed.push_back(*tree_.find(id));
        return std::move(import_);
    }

  private:
    void check_codes() {
        std::set<std::string> seen;
        for (auto& outcome : import_.outcomes) {
            if (folded(outcome.row.code).empty())
                outcome.error = row_error("code", translatable("The row has no code."));
            else if (!seen.insert(folded(outcome.row.code)).second)
                outcome.error =
                    row_error("twice", translatable("The code {value} stands in the file more than once."),
                              outcome.row.code);
        }
    }

    // Places the row and those that waited for it; or has it wait for the unit above it.
    Result<void> place_with_followers(RowOutcome& first) {
        std::vector<RowOutcome*> next{&first};
        while (!next.empty()) {
            auto* outcome = next.back();
            next.pop_back();
            if (!TRY(place(*outcome))) {
                waiting_[folded(outcome->row.parent)].push_back(outcome);
                continue;
            }
            if (auto followers = waiting_.extract(folded(outcome->row.code)); followers && !outcome->error)
                next.insert(next.end(), followers.mapped().begin(), followers.mapped().end());
            else if (followers)
                waiting_.insert(std::move(followers));
        }
        return {};
    }

    // False when the row must wait for the unit above it.
    Result<bool> place(RowOutcome& outcome) {
        const auto& row = outcome.row;
        const auto parent =
            row.parent.empty() ? std::optional{tree_.root()} : tree_.find_by_code(row.parent, plan_.day);
        if (!parent) return false;
        const auto known = tree_.find_by_code(row.code, plan_.day);
        if (known)
            change(outcome, *known, *parent);
        else
            TRY(open(outcome, *parent));
        return true;
    }

    void change(RowOutcome& outcome, UnitId unit, UnitId parent) {
        const auto& row = outcome.row;
        if (!row.name.empty() && tree_.name(unit, plan_.day) != row.name)
            outcome.renamed = accept(outcome, rename_in(tree_, unit, row.name, plan_.day));
        const bool elsewhere = unit != tree_.root() && tree_.parent(unit, plan_.day) != parent;
        if (elsewhere && !outcome.error)
            outcome.moved = accept(outcome, move_in(tree_, unit, parent, plan_.day));
    }

    Result<void> open(RowOutcome& outcome, UnitId parent) {
        const auto level = level_for(outcome.row.level, parent);
        if (!level) {
            outcome.error =
                row_error("level", translatable("There is no level called {value}."), outcome.row.level);
            return {};
        }
        const auto& above = *tree_.find(parent);
        const NewUnit wanted{TRY(plan_.next_id()), *level,
                             outcome.row.name,     parent,
                             above.valid.from,     {{CodeKind::own, outcome.row.code}}};
        outcome.opened = accept(outcome, open_in(tree_, wanted));
        return {};
    }

    std::optional<LevelId> level_for(std::string_view text, UnitId parent) const {
        if (folded(text).empty()) return level_below(tree_.find(parent)->level);
        auto wanted = folded(text);
        const auto* usual = std::ranges::find(level_names, wanted, &LevelName::name);
        if (usual != std::end(level_names)) wanted = usual->code;
        for (const auto& level : plan_.levels)
            if (folded(level.code) == wanted || folded(level.name) == wanted) return level.id;
        return std::nullopt;
    }

    std::optional<LevelId> level_below(LevelId level) const {
        for (std::size_t i = 0; i + 1 < plan_.levels.size(); ++i)
            if (plan_.levels[i].id == level) return plan_.levels[i + 1].id;
        return level;
    }

    bool accept(RowOutcome& outcome, const Changed& changed) {
        if (changed.ok())
            changed_.insert(*changed);
        else
            outcome.error = changed.error();
        return changed.ok();
    }

    const ImportPlan& plan_;
    UnitTree tree_;
    std::set<UnitId> changed_;
    std::map<std::string, std::vector<RowOutcome*>> waiting_; // by the code of the unit above
    UnitImport import_;
};

} // namespace

bool UnitImport::sound() const {
    return std::ranges::none_of(outcomes,
                                [](const RowOutcome& outcome) { return outcome.error.has_value(); });
}

Result<UnitImport> import_units(const ImportPlan& plan, std::vector<UnitRow> rows) {
    if (rows.size() > most_import_rows)
        return Error{ErrorKind::too_large,
                     "organisation.import_rows",
                     translatable("The file has more than 20,000 units. Divide it by sector."),
                     {},
                     "file"};
    return Importer{plan}.run(std::move(rows));
}

} // namespace maerkbar::organisation
