#include "sources/import/lookups.hpp"

#include <sodium.h>

#include <algorithm>

#include "storage/database.hpp"

namespace maerkbar::sources {

namespace {

// The span around `day` in which nothing in the tree changes: there the same text means the same unit.
organisation::Validity unchanged_around(const organisation::UnitTree& tree, Date day) {
    organisation::Validity span;
    for (const Date change : tree.change_days()) {
        if (change <= day)
            span.from = change;
        else
            return {span.from, change};
    }
    return span;
}

} // namespace

std::string hash_of_personal_number(const SecretKey& key, std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (c != ' ' && c != '-') plain.push_back(c);
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(plain.data()),
                       plain.size(), key.data(), key.size());
    std::array<char, 33> hexadecimal{};
    sodium_bin2hex(hexadecimal.data(), hexadecimal.size(), hash.data(), hash.size());
    sodium_memzero(plain.data(), plain.size());
    return hexadecimal.data();
}

std::int64_t PreviewCategories::id(const std::string& column, const std::string& text) {
    if (!known_[column].contains(text)) fresh_[column].insert(text);
    auto& met = met_[column]; // asked once for each text: CachingLookup remembers
    met.push_back(text);
    return static_cast<std::int64_t>(met.size());
}

StoredCategories::StoredCategories(storage::Database& database, storage::Actor actor, std::string source)
    : database_(database),
      actor_(std::make_unique<storage::Actor>(std::move(actor))),
      source_(std::move(source)) {}

StoredCategories::~StoredCategories() = default;

std::int64_t StoredCategories::id(const std::string& column, const std::string& text) {
    const auto tenant = actor_->tenant;
    const auto stored = database_.write(*actor_, [&](storage::Transaction& tx) -> Result<std::int64_t> {
        tx.without_audit("dictionary entry of an import that is audited itself");
        auto& connection = tx.connection();
        const storage::Params key{tenant, source_, column, text};
        const std::string find =
            "select id from category_value where tenant_id = ? and source = ? and column_name = ? and label "
            "= "
            "?";
        if (const auto found = TRY(connection.number(find, key))) return found;
        const auto id = TRY(tx.next_id<StrongId<struct CategoryTag>>(tenant, "category_value"));
        TRY(connection.execute(
            "insert into category_value (tenant_id, id, source, column_name, label) values (?, ?, ?, ?, ?)",
            {tenant, id, source_, column, text}));
        return id.value;
    });
    if (stored.ok()) return *stored;
    failure_ = stored.error();
    return measurement::missing;
}

Result<std::map<std::string, std::map<std::string, std::int64_t>>> read_categories(
    storage::Connection& connection, TenantId tenant, std::string_view source) {
    std::map<std::string, std::map<std::string, std::int64_t>> categories;
    TRY(connection.query(
        "select column_name, label, id from category_value where tenant_id = ? and source = ?",
        {tenant, source}, [&](const storage::Row& row) -> Result<void> {
            categories[row.string(0)][row.string(1)] = row.integer(2);
            return {};
        }));
    return categories;
}

CachingLookup::CachingLookup(const measurement::SourceSchema& schema,
                             std::shared_ptr<const organisation::UnitTree> tree, Categories& categories,
                             const SecretKey& key)
    : schema_(schema),
      tree_(std::move(tree)),
      categories_(categories),
      key_(key),
      texts_(schema.columns.size()) {}

std::optional<UnitId> CachingLookup::unit(std::string_view text, Date day) {
    const auto cached = units_.find(text);
    if (cached != units_.end() && cached->second.valid.holds(day)) return cached->second.unit;
    auto unit = tree_->find_by_code(text, day);
    if (!unit) unit = tree_->find_by_name(text, day);
    if (!unit || !tree_->open(*unit, day)) return std::nullopt;
    units_.insert_or_assign(std::string(text), FoundUnit{*unit, unchanged_around(*tree_, day)});
    return unit;
}

std::int64_t CachingLookup::category(std::size_t schema_column, std::string_view text) {
    auto& known = texts_[schema_column];
    const auto found = known.find(text);
    if (found != known.end()) return found->second;
    const auto id = categories_.id(schema_.columns[schema_column].name, std::string(text));
    known.emplace(std::string(text), id);
    return id;
}

} // namespace maerkbar::sources
