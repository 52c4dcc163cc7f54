#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "sources/surveys/formats/expression.hpp"

namespace maerkbar::surveys {

namespace {

struct Token {
    enum class Kind { name, literal, word, sign, end, broken };
    Kind kind = Kind::end;
    std::string text = {};
};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80u);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

class Lexer {
  public:
    Lexer(std::string_view text, Dialect dialect) : text_(text), dialect_(dialect) {}

    Token next() {
        while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\t' || text_.front() == '\n' ||
                                  text_.front() == '\r'))
            text_.remove_prefix(1);
        if (text_.empty()) return {};
        const char c = text_.front();
        if (c == '\'' || c == '"') return quoted(c);
        if (c == '{' && dialect_ == Dialect::surveyjs) return braced(1);
        if (text_.starts_with("${") && dialect_ == Dialect::xlsform) return braced(2);
        if (c == '.' && dialect_ == Dialect::xlsform && (text_.size() == 1 || !is_digit(text_[1])))
            return take(1, Token::Kind::name);
        if (is_digit(c) || ((c == '-' || c == '.') && text_.size() > 1 && is_digit(text_[1])))
            return number();
        if (is_letter(c)) return word();
        return sign();
    }

  private:
    Token take(std::size_t length, Token::Kind kind) {
        Token token{kind, std::string(text_.substr(0, length))};
        text_.remove_prefix(length);
        return token;
    }

    Token quoted(char mark) {
        const auto end = text_.find(mark, 1);
        if (end == std::string_view::npos) return {Token::Kind::broken};
        Token token{Token::Kind::literal, std::string(text_.substr(1, end - 1))};
        text_.remove_prefix(end + 1);
        return token;
    }

    Token braced(std::size_t before) {
        const auto end = text_.find('}');
        if (end == std::string_view::npos) return {Token::Kind::broken};
        Token token{Token::Kind::name, std::string(text_.substr(before, end - before))};
        text_.remove_prefix(end + 1);
        return token;
    }

    Token number() {
        std::size_t length = 1;
        while (length < text_.size() && (is_digit(text_[length]) || text_[length] == '.'))
            ++length;
        return take(length, Token::Kind::literal);
    }

    Token word() {
        std::size_t length = 1;
        while (length < text_.size() && (is_letter(text_[length]) || is_digit(text_[length]) ||
                                         text_[length] == '-' || text_[length] == '.'))
            ++length;
        return take(length, Token::Kind::word);
    }

    Token sign() {
        for (const std::string_view two : {"==", "!=", "<>", "<=", "=<", ">=", "=>", "&&", "||"})
            if (text_.starts_with(two)) return take(2, Token::Kind::sign);
        return take(1, std::string_view("=<>!(),[]").find(text_.front()) == std::string_view::npos
                           ? Token::Kind::broken
                           : Token::Kind::sign);
    }

    std::string_view text_;
    Dialect dialect_;
};

std::optional<Comparison> comparison_of(const Token& token) {
    constexpr std::array<std::pair<std::string_view, Comparison>, 21> table{
        {{"=", Comparison::equal},
         {"==", Comparison::equal},
         {"eq", Comparison::equal},
         {"equal", Comparison::equal},
         {"!=", Comparison::not_equal},
         {"<>", Comparison::not_equal},
         {"ne", Comparison::not_equal},
         {"notequal", Comparison::not_equal},
         {"<", Comparison::less},
         {"lt", Comparison::less},
         {"<=", Comparison::at_most},
         {"=<", Comparison::at_most},
         {"le", Comparison::at_most},
         {">", Comparison::more},
         {"gt", Comparison::more},
         {">=", Comparison::at_least},
         {"=>", Comparison::at_least},
         {"ge", Comparison::at_least},
         {"contains", Comparison::contains},
         {"contain", Comparison::contains},
         {"anyof", Comparison::contains}}};
    if (token.kind != Token::Kind::sign && token.kind != Token::Kind::word) return std::nullopt;
    const auto word = lower_case(token.text);
    for (const auto& [text, comparison] : table)
        if (text == word) return comparison;
    return std::nullopt;
}

Comparison mirrored(Comparison comparison) {
    switch (comparison) {
        case Comparison::less:
            return Comparison::more;
        case Comparison::more:
            return Comparison::less;
        case Comparison::at_most:
            return Comparison::at_least;
        case Comparison::at_least:
            return Comparison::at_most;
        default:
            return comparison;
    }
}

using Maybe = std::optional<Condition>;

Condition compare(std::string question, Comparison comparison, std::string value) {
    // An answer compared with nothing asks whether there is one.
    if (value.empty() && comparison == Comparison::equal) comparison = Comparison::not_answered;
    if (value.empty() && comparison == Comparison::not_equal) comparison = Comparison::answered;
    return {Condition::Kind::compare, {}, std::move(question), comparison, std::move(value)};
}

class Parser {
  public:
    Parser(std::string_view text, Dialect dialect) : lexer_(text, dialect), dialect_(dialect) { advance(); }

    Maybe whole() {
        auto condition = joined(Condition::Kind::any, 0);
        return token_.kind == Token::Kind::end ? std::move(condition) : std::nullopt;
    }

  private:
    static constexpr int deepest = 8;

    void advance() { token_ = lexer_.next(); }
    bool at(std::string_view text) const {
        return (token_.kind == Token::Kind::sign || token_.kind == Token::Kind::word) &&
               lower_case(token_.text) == text;
    }
    bool pass(std::string_view text) {
        if (!at(text)) return false;
        advance();
        return true;
    }

    // any: parts joined by or, each of them parts joined by and.
    Maybe joined(Condition::Kind kind, int depth) {
        if (depth > deepest) return std::nullopt;
        const bool any = kind == Condition::Kind::any;
        std::vector<Condition> parts;
        do {
            auto part = any ? joined(Condition::Kind::all, depth) : negated(depth);
            if (!part) return std::nullopt;
            parts.push_back(std::move(*part));
        } while (any ? pass("or") || pass("||") : pass("and") || pass("&&"));
        if (parts.size() == 1) return std::move(parts.front());
        return Condition{kind, std::move(parts)};
    }

    Maybe negated(int depth) {
        if (!pass("not") && !pass("!")) return primary(depth);
        auto part = primary(depth);
        if (!part) return std::nullopt;
        if (part->kind == Condition::Kind::compare && part->comparison == Comparison::answered) {
            part->comparison = Comparison::not_answered;
            return part;
        }
        if (part->kind == Condition::Kind::compare && part->comparison == Comparison::not_answered) {
            part->comparison = Comparison::answered;
            return part;
        }
        return Condition{Condition::Kind::none, {std::move(*part)}};
    }

    Maybe primary(int depth) {
        if (pass("(")) {
            auto inside = joined(Condition::Kind::any, depth + 1);
            return pass(")") ? std::move(inside) : std::nullopt;
        }
        if (at("selected")) return selected();
        if (at("is_empty")) return empty();
        return comparison();
    }

    Maybe selected() {
        advance();
        if (!pass("(")) return std::nullopt;
        auto question = name();
        if (!question || !pass(",") || token_.kind != Token::Kind::literal) return std::nullopt;
        auto value = std::exchange(token_, {}).text;
        advance();
        if (!pass(")") || value.empty()) return std::nullopt;
        return compare(std::move(*question), Comparison::contains, std::move(value));
    }

    Maybe empty() {
        advance();
        if (!pass("(")) return std::nullopt;
        auto question = name();
        if (!question || !pass(")")) return std::nullopt;
        return compare(std::move(*question), Comparison::not_answered, {});
    }

    // The name of a question where one stands.
    std::optional<std::string> name() {
        const bool bare = token_.kind == Token::Kind::word && dialect_ == Dialect::limesurvey;
        if (token_.kind != Token::Kind::name && !bare) return std::nullopt;
        auto text = token_.text;
        if (bare) text = text.substr(0, text.find('.'));
        if (text.empty()) return std::nullopt;
        advance();
        return text;
    }

    std::optional<std::string> literal() {
        if (token_.kind == Token::Kind::literal) {
            auto text = token_.text;
            advance();
            return text;
        }
        if (pass("true")) return "yes";
        if (pass("false")) return "no";
        return std::nullopt;
    }

    Maybe comparison() {
        if (auto value = literal()) {
            const auto sign = comparison_of(token_);
            if (!sign) return std::nullopt;
            advance();
            auto question = name();
            if (!question) return std::nullopt;
            return compare(std::move(*question), mirrored(*sign), std::move(*value));
        }
        auto question = name();
        if (!question) return std::nullopt;
        if (pass("notempty")) return compare(std::move(*question), Comparison::answered, {});
        if (pass("empty")) return compare(std::move(*question), Comparison::not_answered, {});
        const auto sign = comparison_of(token_);
        if (!sign) return std::nullopt;
        advance();
        if (at("[")) return one_of(*question, *sign);
        auto value = literal();
        if (!value || (value->empty() && *sign != Comparison::equal && *sign != Comparison::not_equal))
            return std::nullopt;
        return compare(std::move(*question), *sign, std::move(*value));
    }

    Maybe one_of(const std::string& question, Comparison comparison) {
        advance();
        Condition any{Condition::Kind::any};
        do {
            auto value = literal();
            if (!value || value->empty()) return std::nullopt;
            any.parts.push_back(compare(question, comparison, std::move(*value)));
        } while (pass(","));
        return pass("]") ? Maybe(std::move(any)) : std::nullopt;
    }

    Lexer lexer_;
    Dialect dialect_;
    Token token_;
};

} // namespace

std::optional<Condition> read_expression(std::string_view text, Dialect dialect) {
    if (dialect == Dialect::limesurvey && (text.empty() || text == "1")) return Condition{};
    return Parser(text, dialect).whole();
}

} // namespace maerkbar::surveys
