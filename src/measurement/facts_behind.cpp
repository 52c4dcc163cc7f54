#include "measurement/facts_behind.hpp"

#include <algorithm>
#include <map>

#include "base/json_writer.hpp"
#include "measurement/compute_cells.hpp"
#include "measurement/fact_text.hpp"
#include "measurement/surroundings.hpp"

namespace maerkbar::measurement {

namespace {

using Texts = std::map<std::int64_t, std::string>;

std::string fixed_text(std::int64_t value) {
    auto text = std::to_string(value / fixed_point);
    if (value < 0 && value > -fixed_point) text = "-0";
    auto rest = std::to_string(fixed_point + std::abs(value % fixed_point)).substr(1);
    rest.erase(rest.find_last_not_of('0') + 1);
    return rest.empty() ? text : text + '.' + rest;
}

std::string value_of(ColumnType type, std::int64_t value, const Texts& texts) {
    if (value == missing) return {};
    switch (type) {
        case ColumnType::category: {
            const auto found = texts.find(value);
            return found == texts.end() ? std::string() : found->second;
        }
        case ColumnType::yes_no:
            return value != 0 ? "yes" : "no";
        case ColumnType::day:
            return Date{static_cast<std::int32_t>(value)}.iso();
        case ColumnType::second:
            return clock_text(value);
        case ColumnType::number:
            return fixed_text(value);
        case ColumnType::whole:
        case ColumnType::seconds:
            break;
    }
    return std::to_string(value);
}

// Turns the rows of blocks that pass the filter into text.
class RowTaker {
  public:
    RowTaker(const SourceSchema& schema, const CompiledDefinition& compiled, std::size_t most)
        : schema_(schema), compiled_(compiled), most_(most), texts_(schema.columns.size()) {
        for (const auto& column : schema.columns)
            found_.columns.push_back(column.name);
    }

    Result<void> read_texts(storage::Connection& connection, const FactSource& source, TenantId tenant) {
        for (std::size_t i = 0; i < texts_.size(); ++i)
            if (schema_.columns[i].type == ColumnType::category)
                for (auto& [id, text] : TRY(source.categories(connection, tenant, schema_.columns[i].name)))
                    texts_[i].emplace(id, std::move(text));
        return {};
    }

    void take(const FactBlock& block) {
        const auto passed = evaluator_.truth(compiled_.filter, block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            if (passed[row] != yes) continue;
            if (found_.rows.size() == most_) {
                found_.more = true;
                return;
            }
            found_.rows.push_back(row_of(block, row));
        }
    }

    [[nodiscard]] bool full() const { return found_.more; }
    [[nodiscard]] FactsBehind result() { return std::move(found_); }

  private:
    FactRow row_of(const FactBlock& block, std::size_t row) const {
        FactRow made{block.unit(), block.days()[row], {}, {}};
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            made.stored.push_back(block.column(i)[row]);
            made.values.push_back(value_of(schema_.columns[i].type, made.stored.back(), texts_[i]));
        }
        return made;
    }

    const SourceSchema& schema_;
    const CompiledDefinition& compiled_;
    std::size_t most_;
    std::vector<Texts> texts_;
    Evaluator evaluator_;
    FactsBehind found_;
};

} // namespace

Result<FactsBehind> facts_behind(storage::Connection& connection, TenantId tenant, const SourceList& sources,
                                 const organisation::UnitTree& tree, const Indicator& indicator,
                                 const FactsQuestion& question) {
    const auto* source = sources.find(indicator.definition.source);
    if (source == nullptr)
        return Error{ErrorKind::not_found,
                     "definition.unknown_source",
                     "There is no source called {source}.",
                     {{"source", indicator.definition.source}}};
    const auto& schema = source->schema();
    if (schema.protected_minimum)
        return Error{ErrorKind::forbidden, "measurement.protected",
                     "These results are protected and are shown only in releases."};
    const auto compiled =
        TRY(compile(indicator.definition, schema, category_lookup(connection, *source, tenant)));
    const auto around = TRY(read_surroundings(connection, tenant));
    RowTaker taker(schema, compiled, question.most);
    TRY(taker.read_texts(connection, *source, tenant));
    BlockBuilder builder(schema.columns.size(), [&](FactBlock& block) {
        derive(block, schema, around.working_days);
        taker.take(block);
    });
    for (const auto& member : tree.memberships(question.unit)) {
        const auto first = std::max(member.valid.from, question.period.first);
        const auto last = std::min(member.valid.to - 1, question.period.last());
        if (last < first || taker.full()) continue;
        TRY(source->facts(connection, {tenant}, {member.unit, first, last},
                          [&](const Fact& fact) { builder.add(fact); }));
    }
    builder.finish();
    return taker.result();
}

Result<void> note_looking_at_facts(storage::Database& database, const storage::Actor& actor,
                                   IndicatorId indicator, const FactsQuestion& question) {
    JsonWriter details;
    details.begin_object()
        .member("unit", question.unit)
        .member("period", question.period.code())
        .end_object();
    return database.write(actor, [&](storage::Transaction& tx) {
        return tx.audit(
            {"indicator.rows_read", "indicator", std::to_string(indicator.value), details.text()});
    });
}

} // namespace maerkbar::measurement
