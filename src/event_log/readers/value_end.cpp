#include "event_log/readers/value_end.hpp"

#include <algorithm>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace maerkbar::event_log {

namespace {

#if defined(__SSE2__)

struct Masks {
    unsigned closing; // a bit for each of 16 bytes
    unsigned special;
};

Masks masks_of(const char* at, char mark) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    // Below 0x20, unsigned: the smaller of it and 0x1F is itself.
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    const __m128i markup =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('&')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('<')));
    return {static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(mark)))),
            static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(control, markup)))};
}

#endif

} // namespace

ValueEnd find_value_end(const char* at, const char* end, char mark) {
    ValueEnd found{at, true};
#if defined(__SSE2__)
    for (; found.end < end; found.end += 16) {
        const auto masks = masks_of(found.end, mark);
        const auto before = masks.closing == 0 ? ~0U : (masks.closing & -masks.closing) - 1;
        found.plain = found.plain && (masks.special & before) == 0;
        if (masks.closing == 0) continue;
        found.end = std::min(end, found.end + __builtin_ctz(masks.closing));
        return found;
    }
    found.end = end;
#else
    for (; found.end < end && *found.end != mark; ++found.end)
        found.plain = found.plain && static_cast<unsigned char>(*found.end) >= 0x20 && *found.end != '&' &&
                      *found.end != '<';
#endif
    return found;
}

} // namespace maerkbar::event_log
