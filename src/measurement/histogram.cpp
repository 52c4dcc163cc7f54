#include "measurement/histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace maerkbar::measurement {

namespace {

constexpr int fraction_bits = 7; // beside the leading one
constexpr std::int32_t exact_below = 1 << (fraction_bits + 1);

std::int32_t bucket_of_magnitude(std::uint64_t magnitude) {
    if (magnitude < exact_below) return static_cast<std::int32_t>(magnitude);
    const int shift = static_cast<int>(std::bit_width(magnitude)) - 1 - fraction_bits;
    return (shift << fraction_bits) + static_cast<std::int32_t>(magnitude >> shift);
}

double middle_of_magnitude(std::int32_t bucket) {
    if (bucket < exact_below) return bucket;
    const int shift = (bucket >> fraction_bits) - 1;
    const auto lowest = static_cast<double>(bucket - (shift << fraction_bits)) * std::exp2(shift);
    return lowest + (std::exp2(shift) - 1) / 2;
}

} // namespace

std::int32_t bucket_of(std::int64_t value) {
    if (value >= 0) return bucket_of_magnitude(static_cast<std::uint64_t>(value));
    return -bucket_of_magnitude(~static_cast<std::uint64_t>(value) + 1);
}

double middle_of(std::int32_t bucket) {
    return bucket >= 0 ? middle_of_magnitude(bucket) : -middle_of_magnitude(-bucket);
}

void Histogram::add(std::int64_t value) {
    const auto index = bucket_of(value);
    const auto place = std::ranges::lower_bound(buckets_, index, {}, &Bucket::index);
    if (place != buckets_.end() && place->index == index) {
        ++place->count;
    } else {
        buckets_.insert(place, {index, 1});
    }
}

void Histogram::merge(const Histogram& other) {
    if (other.empty()) return;
    std::vector<Bucket> merged;
    merged.reserve(buckets_.size() + other.buckets_.size());
    auto mine = buckets_.begin();
    for (const auto& theirs : other.buckets_) {
        for (; mine != buckets_.end() && mine->index < theirs.index; ++mine)
            merged.push_back(*mine);
        merged.push_back(theirs);
        if (mine != buckets_.end() && mine->index == theirs.index) merged.back().count += (mine++)->count;
    }
    merged.insert(merged.end(), mine, buckets_.end());
    buckets_ = std::move(merged);
}

bool Histogram::append(Bucket bucket) {
    if (bucket.count <= 0 || (!buckets_.empty() && bucket.index <= buckets_.back().index)) return false;
    buckets_.push_back(bucket);
    return true;
}

std::int64_t Histogram::count() const {
    std::int64_t total = 0;
    for (const auto& bucket : buckets_)
        total += bucket.count;
    return total;
}

double Histogram::at_rank(std::int64_t rank) const {
    for (const auto& bucket : buckets_) {
        if (rank < bucket.count) return middle_of(bucket.index);
        rank -= bucket.count;
    }
    return middle_of(buckets_.back().index);
}

double Histogram::quantile(double p) const {
    const double position = static_cast<double>(count() - 1) * p;
    const double below = std::floor(position);
    const double low = at_rank(static_cast<std::int64_t>(below));
    if (position == below) return low;
    return low + (position - below) * (at_rank(static_cast<std::int64_t>(below) + 1) - low);
}

} // namespace maerkbar::measurement
