#pragma once

#include <map>
#include <string>
#include <vector>

#include "event_log/oddities.hpp"

namespace maerkbar::event_log {

// Whether the status of a case agrees with its closing date. No list of words: a status that nearly all cases
// with it have in common with a closing date (or without one) makes the few others odd.
class StatusCheck {
  public:
    void add(std::size_t line, std::string_view status, bool closed);
    // Notes the cases that disagree, in the order of the file.
    void tell(Oddities& oddities) const;

  private:
    struct Lines {
        std::vector<std::size_t> closed;
        std::vector<std::size_t> open;
    };
    std::map<std::string, Lines, std::less<>> by_status_;
};

} // namespace maerkbar::event_log
