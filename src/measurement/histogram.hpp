#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace maerkbar::measurement {

// How many values fell where, in buckets that grow with the value: quantiles of any sum of cells without
// keeping the values. Whole numbers up to 255 have a bucket each; above, the eight leading bits name the
// bucket, so that its middle is at most 1/256 (0.4 %) from any value in it. Negative values mirror. Whole
// number arithmetic only: the same on every machine, and merging is exact.
class Histogram {
  public:
    struct Bucket {
        std::int32_t index = 0;
        std::int64_t count = 0;
        bool operator==(const Bucket&) const = default;
    };

    void add(std::int64_t value);
    void merge(const Histogram& other);
    // Appends a bucket beyond the last one (for decoding); false where the order is broken or the count not
    // positive.
    bool append(Bucket bucket);

    [[nodiscard]] std::span<const Bucket> buckets() const { return buckets_; }
    [[nodiscard]] bool empty() const { return buckets_.empty(); }
    [[nodiscard]] std::int64_t count() const;
    // The value with this 0-based rank, as the middle of its bucket; rank is clamped to what there is. Not
    // for an empty histogram.
    [[nodiscard]] double at_rank(std::int64_t rank) const;
    // Hyndman and Fan's type 7 (the default of R and of spreadsheets), 0 ≤ p ≤ 1. Not for an empty histogram.
    [[nodiscard]] double quantile(double p) const;
    bool operator==(const Histogram&) const = default;

  private:
    std::vector<Bucket> buckets_; // by index, counts > 0
};

[[nodiscard]] std::int32_t bucket_of(std::int64_t value);
// The middle of a bucket.
[[nodiscard]] double middle_of(std::int32_t bucket);

} // namespace maerkbar::measurement
