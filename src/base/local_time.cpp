#include "base/local_time.hpp"

namespace maerkbar {
namespace {

using namespace std::chrono;

sys_time<milliseconds> turn(year y, month m) {
    return sys_days{y / m / Sunday[last]} + hours{1};
}

} // namespace

LocalTime local_time(sys_time<milliseconds> instant) {
    const auto year_of_it = year_month_day{floor<days>(instant)}.year();
    const bool summer = turn(year_of_it, March) <= instant && instant < turn(year_of_it, October);
    const auto local = instant + hours{summer ? 2 : 1};
    const auto midnight = floor<days>(local);
    return {Date{static_cast<std::int32_t>(midnight.time_since_epoch().count())},
            static_cast<int>(floor<minutes>(local - midnight).count())};
}

} // namespace maerkbar
