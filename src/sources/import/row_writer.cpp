#include "sources/import/row_writer.hpp"

#include <algorithm>

namespace maerkbar::sources {

namespace {

constexpr std::size_t rows_sorted = std::size_t{1} << 16; // about 15 MB
constexpr std::size_t rows_at_once = 2'000;               // a few milliseconds

// The row's place in the table, beside the row, so that sorting does not run all over memory.
struct Place {
    UnitId unit;
    Date day;
    std::size_t line;
    const FactRow* row;
    auto operator<=>(const Place&) const = default;
};

} // namespace

RowWriter::RowWriter(storage::Database& database, const storage::Actor& actor, const FactTable& table,
                     ImportId import, FeedId feed)
    : database_(database), actor_(actor), table_(table), import_(import), feed_(feed) {}

Result<void> RowWriter::add(const FactRow& row) {
    if (kept_ < rows_.size())
        rows_[kept_] = row;
    else
        rows_.push_back(row);
    return ++kept_ < rows_sorted ? Result<void>() : finish();
}

Result<void> RowWriter::finish() {
    std::vector<Place> places;
    places.reserve(kept_);
    for (std::size_t i = 0; i < kept_; ++i)
        places.push_back({rows_[i].unit, rows_[i].day, rows_[i].line, &rows_[i]});
    std::sort(places.begin(), places.end());
    sorted_.clear();
    for (const auto& place : places)
        sorted_.push_back(place.row);
    for (std::size_t first = 0; first < sorted_.size();)
        first = TRY(store_from(first));
    kept_ = 0;
    return {};
}

Result<std::size_t> RowWriter::store_from(std::size_t first) {
    std::size_t next = first;
    TRY(database_.write_in_steps(actor_, [&](storage::Transaction& tx) -> Result<storage::Step> {
        tx.without_audit("hidden rows of an import that is audited when confirmed and published");
        const std::span<const FactRow* const> rows(sorted_);
        next = first; // again from there after a conflict
        do {
            const auto count = std::min(rows_at_once, rows.size() - next);
            TRY(table_.insert(tx, actor_.tenant, import_, feed_, rows.subspan(next, count)));
            next += count;
        } while (next < rows.size() && !tx.time_is_up());
        return storage::Step::done;
    }));
    return next;
}

} // namespace maerkbar::sources
