#include "web/context.hpp"

#include <cassert>

#include "web/cookie.hpp"
#include "web/csrf.hpp"
#include "web/random.hpp"

namespace maerkbar::web {

const Identity& Context::who() const {
    assert(identity != nullptr);
    return *identity;
}

bool Context::may(std::string_view permission) const {
    return identity != nullptr && authenticator_.may(*identity, permission);
}

std::string Context::csrf_token() {
    if (identity) return identity->csrf_token;
    if (const auto cookie = read_cookie(request, form_cookie); cookie && is_form_token(*cookie))
        return *cookie;
    if (new_form_cookie_.empty()) new_form_cookie_ = random_hex(form_token_bytes);
    return new_form_cookie_;
}

Html Context::csrf_field() {
    const auto token = csrf_token();
    Html field;
    field << "<input type=\"hidden\""_html << Attribute{"name", csrf_field_name} << Attribute{"value", token}
          << ">"_html;
    return field;
}

} // namespace maerkbar::web
