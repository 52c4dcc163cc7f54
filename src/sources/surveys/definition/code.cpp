#include "sources/surveys/definition/code.hpp"

#include "base/translatable.hpp"

namespace maerkbar::surveys {

namespace {

char capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_between(char c) {
    return c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

char check_sign(std::string_view signs) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < signs.size(); ++i)
        sum += (i + 1) * code_signs.find(signs[i]);
    return code_signs[sum % code_signs.size()];
}

std::string make_code(std::span<const unsigned char> random, std::size_t length) {
    std::string code;
    for (std::size_t i = 0; i + 1 < length; ++i)
        code += code_signs[random[i] % code_signs.size()];
    return code + check_sign(code);
}

Result<std::string> read_code(std::string_view typed, std::size_t length) {
    std::string code;
    for (const char c : typed) {
        if (is_between(c)) continue;
        if (code_signs.find(capital(c)) == std::string_view::npos)
            return Error{ErrorKind::invalid,
                         "code.foreign_sign",
                         translatable("Our codes never have the sign “{sign}”. Look at the code again."),
                         {{"sign", static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : "?"}},
                         "code"};
        code += capital(c);
    }
    if (code.size() != length)
        return Error{ErrorKind::invalid,
                     "code.length",
                     translatable("A code has {count} signs. Look at the code again."),
                     {{"count", std::to_string(length)}},
                     "code"};
    if (check_sign(std::string_view(code).substr(0, length - 1)) != code.back())
        return Error{ErrorKind::invalid,
                     "code.mistyped",
                     translatable("One of the signs is not right. Look at the code again."),
                     {},
                     "code"};
    return code;
}

std::string grouped(std::string_view code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 5 == 0) text += '-';
        text += code[i];
    }
    return text;
}

} // namespace maerkbar::surveys
