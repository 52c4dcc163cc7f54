#include "storage/schema_text.hpp"

#include <doctest/doctest.h>

namespace maerkbar::storage {
namespace {

constexpr auto migration = R"(-- requires: organisation/001, storage/002
create table thing (
    id integer not null, -- integer, said in words
    share real,
    name text not null default 'text of an integer',
    data blob,
    primary key (id)
) strict, without rowid;
-- only: sqlite
create index a on thing (name);
-- end
-- only: postgresql
create index b on thing (name);
-- end
insert into thing (id, name) select cast('1' as integer), cast(id as text) from other;
)";

TEST_CASE("the first line names what is required") {
    CHECK(required_by(migration) == std::vector<std::string>{"organisation/001", "storage/002"});
    CHECK(required_by("-- a remark\n-- requires: late/001\n").empty());
    CHECK(required_by("").empty());
}

TEST_CASE("SQLite gets the text as written, without the other's lines") {
    const auto text = schema_text(migration, Dialect::sqlite);
    CHECK(text.find("id integer not null") != std::string::npos);
    CHECK(text.find(") strict, without rowid;") != std::string::npos);
    CHECK(text.find("index a") != std::string::npos);
    CHECK(text.find("index b") == std::string::npos);
}

TEST_CASE("PostgreSQL gets its own words for types") {
    const auto text = schema_text(migration, Dialect::postgresql);
    CHECK(text.find("id bigint not null") != std::string::npos);
    CHECK(text.find("share double precision,") != std::string::npos);
    CHECK(text.find("name text collate \"C\" not null default 'text of an integer'") != std::string::npos);
    CHECK(text.find("data bytea") != std::string::npos);
    CHECK(text.find("strict") == std::string::npos);
    CHECK(schema_text("create table a (b real) strict;", Dialect::postgresql) ==
          "create table a (b double precision);\n");
    CHECK(text.find("cast('1' as bigint), cast(id as text)") != std::string::npos);
    CHECK(schema_text("text text not null,\nunique (a, text)", Dialect::postgresql) ==
          "text text collate \"C\" not null,\nunique (a, text)\n");
    CHECK(text.find("index a") == std::string::npos);
    CHECK(text.find("index b") != std::string::npos);
}

TEST_CASE("a column may be called like a type") {
    const auto text = schema_text(
        "create table a (\n    text text not null,\n    unique (id, text)\n) strict;\n"
        "update a set text = '' where text = 'x' and real < 1;",
        Dialect::postgresql);
    CHECK(text ==
          "create table a (\ntext text collate \"C\" not null,\nunique (id, text)\n);\n"
          "update a set text = '' where text = 'x' and real < 1;\n");
}

TEST_CASE("a checksum changes with the text") {
    CHECK(checksum("") == "cbf29ce484222325");  // the offset basis of FNV-1a
    CHECK(checksum("a") == "af63dc4c8601ec8c"); // from the FNV test vectors
    CHECK(checksum("ab") != checksum("ba"));
}

} // namespace
} // namespace maerkbar::storage
