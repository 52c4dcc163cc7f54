#include "app/chart/draw.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace maerkbar::app_chart {

namespace {

constexpr std::size_t block_size = 128; // series a thread takes at a time
constexpr std::size_t blocks_held = 64; // written together, so that memory does not grow with the file
constexpr std::size_t errors_kept = 10;

struct Block {
    std::string text;
    std::vector<Error> errors;
};

Block draw_block(const Facets& facets, const OutputContext& context, std::size_t first,
                 std::string_view between) {
    Block block;
    for (std::size_t facet = first; facet < std::min(facets.size(), first + block_size); ++facet) {
        const auto series = chart_series(facets, facet, context.request);
        if (!series) {
            block.errors.push_back(series.error());
            continue;
        }
        if (!block.text.empty()) block.text += between;
        append_series(block.text, *series, context);
    }
    return block;
}

template <typename Work>
void in_parallel(std::size_t count, unsigned threads, Work work) {
    std::atomic<std::size_t> next = 0;
    const auto take_turns = [&] {
        for (auto i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads && i < count; ++i)
        others.emplace_back(take_turns);
    take_turns();
}

} // namespace

std::vector<Error> draw_all(const Facets& facets, const OutputContext& context, unsigned threads,
                            const std::function<void(std::string_view)>& write) {
    const auto frame = frame_of(context);
    std::vector<Error> errors;
    bool written = false;
    write(frame.before);
    for (std::size_t first = 0; first < facets.size(); first += block_size * blocks_held) {
        const auto left = (facets.size() - first + block_size - 1) / block_size;
        std::vector<Block> blocks(std::min(left, blocks_held));
        in_parallel(blocks.size(), threads, [&](std::size_t i) {
            blocks[i] = draw_block(facets, context, first + i * block_size, frame.between);
        });
        for (auto& block : blocks) {
            for (auto& error : block.errors)
                if (errors.size() < errors_kept) errors.push_back(std::move(error));
            if (block.text.empty()) continue;
            if (written) write(frame.between);
            write(block.text);
            written = true;
        }
    }
    write(frame.after);
    return errors;
}

} // namespace maerkbar::app_chart
