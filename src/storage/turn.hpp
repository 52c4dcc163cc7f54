#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "storage/settings.hpp"

namespace maerkbar::storage {

// A right that one holder at a time has among all programs that use the same database. It ends with the
// object, or with the program, however that ends: the kernel or the database server sees to it.
class Turn {
  public:
    Turn() = default;
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    virtual ~Turn() = default;
};

// Takes the turn of this name (letters); nothing while somebody else has it. Errors: storage.io,
// storage.connection.
Result<std::unique_ptr<Turn>> try_turn(const Settings& settings, std::string_view name);

} // namespace maerkbar::storage
