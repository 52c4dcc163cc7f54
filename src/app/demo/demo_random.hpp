#pragma once

#include <cmath>
#include <cstdint>

namespace maerkbar::app {

// SplitMix64 (Steele, Lea and Flood 2014): the same on every machine and in every standard library.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }
    double exponential(double mean) { return -mean * std::log(1.0 - unit()); }
    // Counts with this mean (Knuth's method in steps, so that large means do not underflow).
    int poisson(double mean) {
        int count = 0;
        while (mean > 30) {
            count += poisson_small(30);
            mean -= 30;
        }
        return count + poisson_small(mean);
    }
    int below(int limit) { return static_cast<int>(unit() * limit); }

  private:
    int poisson_small(double mean) {
        const double limit = std::exp(-mean);
        double product = unit();
        int count = 0;
        for (; product > limit; product *= unit())
            ++count;
        return count;
    }
    std::uint64_t state_;
};

} // namespace maerkbar::app
