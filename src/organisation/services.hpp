#pragma once

#include <vector>

#include "base/local_time.hpp"
#include "organisation/audit_word.hpp"
#include "organisation/sign_in.hpp"
#include "organisation/unit_tree_cache.hpp"
#include "web/parts/frame.hpp"

namespace maerkbar::organisation {

// What the pages and the API of this module need. Everything outlives the routes.
struct Services {
    storage::Database& database;
    SignIn& sign_in;
    UnitTreeCache& trees;
    web::parts::Frame& frame;
    std::vector<AuditWord> audit_words = {}; // of the modules above this one

    [[nodiscard]] Date today() const { return local_day(database.now()); }
};

} // namespace maerkbar::organisation
