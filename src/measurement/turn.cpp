#include "measurement/turn.hpp"

#include "base/translatable.hpp"
#include "measurement/version_store.hpp"

namespace maerkbar::measurement {

namespace {

constexpr std::string_view in_line = "measurement.in_line";

} // namespace

bool is_in_line(const Error& error) {
    return error.code == in_line;
}

Result<std::unique_ptr<storage::Turn>> take_turn(storage::Database& database, const storage::Actor& actor) {
    auto turn = TRY(storage::try_turn(database.settings(), "computing"));
    if (!turn)
        return Error{ErrorKind::unavailable, std::string(in_line),
                     translatable("Other results are being computed. This waits for its turn and goes on by "
                                  "itself.")};
    TRY(discard_abandoned(database, actor));
    return turn;
}

} // namespace maerkbar::measurement
