#include "web/origin.hpp"

namespace maerkbar::web {

std::string origin_of(const Request& request) {
    return (request.https ? "https://" : "http://") + std::string(request.headers.get("Host").value_or(""));
}

} // namespace maerkbar::web
