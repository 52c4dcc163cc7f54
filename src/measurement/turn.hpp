#pragma once

#include <chrono>
#include <memory>
#include <thread>

#include "storage/database.hpp"
#include "storage/turn.hpp"

namespace maerkbar::measurement {

// The right to compute: one computation at a time in an installation, in whichever program, because each must
// see what the one before published. Whoever has it knows that what is still pending was abandoned, and
// discards it. Error while another computes: unavailable (measurement.in_line), come again; jobs do so by
// themselves.
[[nodiscard]] Result<std::unique_ptr<storage::Turn>> take_turn(storage::Database& database,
                                                               const storage::Actor& actor);

// Whether that is why something was not done.
[[nodiscard]] bool is_in_line(const Error& error);

// Does `work` as soon as its turn has come, however long that takes; for programs without jobs. `wait` is
// called once, when it must wait.
template <typename Work, typename Wait>
auto when_its_turn_comes(Work work, Wait wait) {
    auto outcome = work();
    if (!outcome.ok() && is_in_line(outcome.error())) wait();
    while (!outcome.ok() && is_in_line(outcome.error())) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        outcome = work();
    }
    return outcome;
}

} // namespace maerkbar::measurement
