#pragma once

#include <chrono>

#include "storage/database.hpp"

namespace maerkbar::surveys {

// Takes away what the database itself notes about which code belongs to which answer, every few minutes.
class CodeUpkeep {
  public:
    explicit CodeUpkeep(storage::Database& database) : database_(database) {}

    // Called when no job waits; true when there may be more to do.
    Result<bool> look();

  private:
    static constexpr std::chrono::minutes pause{5}; // so that several answers lie between
    storage::Database& database_;
    Instant next_ = {};
};

} // namespace maerkbar::surveys
