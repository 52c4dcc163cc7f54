#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "sources/import/lookups.hpp"

namespace maerkbar::app {

// The municipality's key for pseudonyms, from `folder`/secret.key; made on the first start, readable by the
// owner only. It lies outside the database, so that a copy of the database alone cannot be used to test
// numbers. Errors: unavailable.
Result<sources::SecretKey> load_secret_key(const std::filesystem::path& folder);

} // namespace maerkbar::app
