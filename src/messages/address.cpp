#include "messages/address.hpp"

#include <algorithm>

namespace maerkbar::messages {

bool is_mail_address(std::string_view text) {
    constexpr std::size_t longest = 254;
    const auto at = text.find('@');
    const auto allowed = [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F &&
               std::string_view("<>()[],;:\"\\").find(c) == std::string_view::npos;
    };
    if (at == 0 || at == std::string_view::npos || at + 1 == text.size() || text.size() > longest)
        return false;
    const auto domain = text.substr(at + 1);
    const bool domain_ok = domain.find('@') == std::string_view::npos &&
                           domain.find('.') != std::string_view::npos && domain.front() != '.' &&
                           domain.back() != '.';
    return domain_ok && std::ranges::all_of(text, allowed);
}

} // namespace maerkbar::messages
