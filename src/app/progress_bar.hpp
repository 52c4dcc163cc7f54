#pragma once

#include <atomic>
#include <mutex>

#include "event_log/readers/log_request.hpp"

namespace maerkbar::app {

// A bar on the terminal that shows how much of a file has been read; nothing where complaints go to a file,
// and nothing for small files. It is taken away at the end.
class ProgressBar : public event_log::Progress {
  public:
    ProgressBar();
    ~ProgressBar() override;
    void expect(std::uint64_t bytes) override;
    void advance(std::uint64_t bytes) override;

  private:
    void draw(int percent);

    bool shown_;
    std::atomic<std::uint64_t> expected_ = 0;
    std::atomic<std::uint64_t> done_ = 0;
    std::mutex drawing_;
    int drawn_ = -1; // per cent
};

} // namespace maerkbar::app
