#include "event_log/readers/marks.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace maerkbar::event_log {

namespace {

#if defined(__SSE2__)

// A bit for each of 64 bytes.
class MarkMask {
  public:
    explicit MarkMask(char separator) : separator_(_mm_set1_epi8(separator)) {}

    std::uint64_t operator()(const char* at) const {
        return part(at) | (part(at + 16) << 16) | (part(at + 32) << 32) | (part(at + 48) << 48);
    }

  private:
    std::uint64_t part(const char* at) const {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                          _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
        const __m128i marks =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, separator_), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(ends, marks)));
    }

    __m128i separator_;
};

#else

class MarkMask {
  public:
    explicit MarkMask(char separator) : separator_(separator) {}

    std::uint64_t operator()(const char* at) const {
        std::uint64_t mask = 0;
        for (unsigned i = 0; i < 64; ++i)
            if (at[i] == separator_ || at[i] == '\n' || at[i] == '\r' || at[i] == '"')
                mask |= std::uint64_t{1} << i;
        return mask;
    }

  private:
    char separator_;
};

#endif

} // namespace

std::size_t find_marks(std::string_view text, char separator, std::vector<std::uint32_t>& places) {
    const MarkMask mask_of(separator);
    std::size_t found = 0;
    for (std::size_t at = 0; at < text.size(); at += 64) {
        auto mask = mask_of(text.data() + at);
        if (at + 64 > text.size()) mask &= (std::uint64_t{1} << (text.size() - at)) - 1;
        if (places.size() < found + 64) places.resize(2 * found + 64);
        for (; mask != 0; mask &= mask - 1)
            places[found++] =
                static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(__builtin_ctzll(mask));
    }
    return found;
}

} // namespace maerkbar::event_log
