#pragma once

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "organisation/unit_tree.hpp"
#include "sources/import/row_reader.hpp"

namespace maerkbar::storage {
class Connection;
class Database;
struct Actor;
} // namespace maerkbar::storage

namespace maerkbar::sources {

// The municipality's key for hashing personal numbers; it lies outside the database.
using SecretKey = std::array<unsigned char, 32>;

// Hexadecimal keyed hash (BLAKE2b, 16 bytes) of a personal number as people write it: blanks and hyphens do
// not count.
[[nodiscard]] std::string hash_of_personal_number(const SecretKey& key, std::string_view text);

// Where new texts of category columns get their ids.
class Categories {
  public:
    virtual ~Categories() = default;
    virtual std::int64_t id(const std::string& column, const std::string& text) = 0;
};

// For a dry run: nothing is stored; remembers which texts are new.
class PreviewCategories : public Categories {
  public:
    // `known`: column → texts that the dictionary has.
    explicit PreviewCategories(std::map<std::string, std::set<std::string>> known)
        : known_(std::move(known)) {}
    std::int64_t id(const std::string& column, const std::string& text) override;
    [[nodiscard]] const std::map<std::string, std::set<std::string>>& fresh() const { return fresh_; }
    // The texts met, by column; the ids given out count from 1 in this order.
    [[nodiscard]] const std::map<std::string, std::vector<std::string>>& met() const { return met_; }

  private:
    std::map<std::string, std::set<std::string>> known_;
    std::map<std::string, std::set<std::string>> fresh_;
    std::map<std::string, std::vector<std::string>> met_;
};

// The dictionary in the database; a new text is stored at once (few are new). A failure to store is kept and
// must be asked for after each batch.
class StoredCategories : public Categories {
  public:
    StoredCategories(storage::Database& database, storage::Actor actor, std::string source);
    ~StoredCategories() override;
    std::int64_t id(const std::string& column, const std::string& text) override;
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

  private:
    storage::Database& database_;
    std::unique_ptr<storage::Actor> actor_;
    std::string source_;
    std::optional<Error> failure_;
};

// Reads the dictionary of one source: column → text → id.
Result<std::map<std::string, std::map<std::string, std::int64_t>>> read_categories(
    storage::Connection& connection, TenantId tenant, std::string_view source);

// Looks things up for a RowReader and remembers them, since an extract asks the same a million times.
class CachingLookup : public Lookup {
  public:
    CachingLookup(const measurement::SourceSchema& schema, std::shared_ptr<const organisation::UnitTree> tree,
                  Categories& categories, const SecretKey& key);
    std::optional<UnitId> unit(std::string_view text, Date day) override;
    std::int64_t category(std::size_t schema_column, std::string_view text) override;
    std::string keyed_hash(std::string_view text) override { return hash_of_personal_number(key_, text); }

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    // A unit found, and the days on which the same text still means it.
    struct FoundUnit {
        UnitId unit;
        organisation::Validity valid;
    };
    template <typename Value>
    using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

    const measurement::SourceSchema& schema_;
    std::shared_ptr<const organisation::UnitTree> tree_;
    Categories& categories_;
    const SecretKey& key_;
    TextMap<FoundUnit> units_;
    std::vector<TextMap<std::int64_t>> texts_;
};

} // namespace maerkbar::sources
