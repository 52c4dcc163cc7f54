#pragma once

#include <memory>

#include "base/result.hpp"
#include "storage/connect.hpp"

namespace maerkbar::storage {

// Writers work serializable (their conflicts are tried again by the writer), readers in one snapshot.
// A writer creates the schema that the settings name.
Result<std::unique_ptr<Connection>> connect_postgresql(const Settings& settings, Role role);

} // namespace maerkbar::storage
