#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::surveys::invitations {

enum class Channel { email, sms };
[[nodiscard]] std::string_view name_of(Channel channel); // "email", "sms"

inline constexpr std::size_t most_addresses = 5000;

// One address a line, blank lines left out, each once. Phone numbers get the prefix of the country:
// "+4520304050". Errors, all invalid and none repeating what was typed: invitations.personal_number and
// invitations.address with the line, invitations.no_address, invitations.too_many.
[[nodiscard]] Result<std::vector<std::string>> read_addresses(Channel channel, std::string_view text,
                                                              organisation::Country country);

} // namespace maerkbar::surveys::invitations
