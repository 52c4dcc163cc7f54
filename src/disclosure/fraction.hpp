#pragma once

#include <cstdint>
#include <numeric>

namespace maerkbar::disclosure {

// An exact rational number. What no longer fits becomes `lost` and stays so; who meets it must assume the
// worst.
class Fraction {
  public:
    Fraction() = default;
    Fraction(std::int64_t whole) : numerator_(whole) {}

    [[nodiscard]] bool lost() const { return denominator_ == 0; }
    [[nodiscard]] bool zero() const { return numerator_ == 0 && denominator_ != 0; }
    [[nodiscard]] std::int64_t numerator() const { return numerator_; }
    [[nodiscard]] std::int64_t denominator() const { return denominator_; }
    bool operator==(const Fraction&) const = default;

    friend Fraction operator*(const Fraction& a, const Fraction& b) {
        if (a.lost() || b.lost()) return made_lost();
        // Crosswise, so that the products are as small as they can be.
        const auto first = std::gcd(a.numerator_, b.denominator_);
        const auto second = std::gcd(b.numerator_, a.denominator_);
        Fraction result;
        if (__builtin_mul_overflow(a.numerator_ / first, b.numerator_ / second, &result.numerator_) ||
            __builtin_mul_overflow(a.denominator_ / second, b.denominator_ / first, &result.denominator_))
            return made_lost();
        return result;
    }
    friend Fraction operator/(const Fraction& a, const Fraction& b) {
        if (b.lost() || b.zero() || b.numerator_ == INT64_MIN) return made_lost();
        Fraction inverse;
        inverse.numerator_ = b.numerator_ < 0 ? -b.denominator_ : b.denominator_;
        inverse.denominator_ = b.numerator_ < 0 ? -b.numerator_ : b.numerator_;
        return a * inverse;
    }
    friend Fraction operator-(const Fraction& a, const Fraction& b) {
        if (a.lost() || b.lost()) return made_lost();
        std::int64_t left = 0;
        std::int64_t right = 0;
        Fraction result;
        if (__builtin_mul_overflow(a.numerator_, b.denominator_, &left) ||
            __builtin_mul_overflow(b.numerator_, a.denominator_, &right) ||
            __builtin_sub_overflow(left, right, &result.numerator_) ||
            __builtin_mul_overflow(a.denominator_, b.denominator_, &result.denominator_))
            return made_lost();
        const auto common = std::gcd(result.numerator_, result.denominator_);
        result.numerator_ /= common;
        result.denominator_ /= common;
        return result;
    }

  private:
    static Fraction made_lost() {
        Fraction lost;
        lost.denominator_ = 0;
        return lost;
    }

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1; // above 0; 0 where lost
};

} // namespace maerkbar::disclosure
