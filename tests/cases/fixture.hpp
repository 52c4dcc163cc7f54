#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "cases/check.hpp"
#include "cases/client.hpp"
#include "storage/database.hpp"

namespace maerkbar::cases {

// The password of everybody in Testby Kommune, for cases that sign in by hand; the login is the role's name.
inline constexpr std::string_view fixture_password = "fjorden er dyb og kold";

// Who can ask and what cases may name, once the fixture is in the database.
struct Fixture {
    Actors actors;       // nobody, administrator, consultant, leader, employee, reader, integration
    Variables variables; // testby, borgerservice, telefoner, sundhed, solvaenget: ids of units
};

// Testby Kommune, made with the modules' own functions:
//
//     Testby Kommune             administrator, consultant (quality consultant), integration (token)
//     ├── Borgerservice          leader
//     │   └── Telefoner          employee
//     └── Sundhed                reader
//         └── Solvænget
//
// The units are open since always, and everybody has just signed in by the clock of the database.
[[nodiscard]] Result<Fixture> make_fixture(storage::Database& database);

} // namespace maerkbar::cases
