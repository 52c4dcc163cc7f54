#include "messages/origin.hpp"

namespace maerkbar::messages {

std::string origin_of(const web::Request& request) {
    return (request.https ? "https://" : "http://") + std::string(request.headers.get("Host").value_or(""));
}

} // namespace maerkbar::messages
