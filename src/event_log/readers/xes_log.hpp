#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event_log/readers/log_builder.hpp"
#include "event_log/readers/log_request.hpp"

namespace maerkbar::event_log {

// The elements of XES (IEEE 1849) that matter here; every kind of attribute is one.
enum class XesElement { log, trace, event, global, attribute, values, other };
[[nodiscard]] XesElement xes_element(std::string_view name);

// What stands in the start tag of an element.
struct XesTag {
    XesElement element = XesElement::other;
    std::string_view key;   // of attributes
    std::string_view value; // the same
    std::string_view scope; // of global: "trace" or "event"
};

// Which attributes are wanted, by the columns of the request. Attributes of a trace are written "case:KEY",
// nested ones "KEY/NESTED KEY".
[[nodiscard]] LogColumns xes_columns(const LogColumns& wanted);

// Makes a log of the elements of an XES file, whoever reads them. A value that is missing takes the default
// that the file declares for all (<global>), and is noted; a time never does.
class XesLog {
  public:
    XesLog(const LogColumns& columns, const Zone& zone);

    void open(const XesTag& tag);
    void close(XesElement element);
    // Whether anything was met that only a log has.
    [[nodiscard]] bool is_log() const { return is_log_; }
    [[nodiscard]] RawLog take();

  private:
    enum class Level { outside, log, trace, event, trace_defaults, event_defaults };

    // A wanted attribute and the cell it goes to.
    struct Wanted {
        std::string key;
        std::size_t slot;
    };
    struct Side {
        std::vector<Wanted> wanted;
        std::vector<std::optional<std::string>> defaults; // by slot
    };

    void attribute(std::string_view key, std::string_view value);
    void keep_value(const Side& side, std::string_view value, std::vector<std::string>& cells);
    void open_event();
    void finish_event();
    void give(std::size_t number, const std::vector<std::string>& cells);
    void finish_trace();

    LogBuilder builder_;
    Side trace_side_;
    Side event_side_;
    Level level_ = Level::outside;
    std::size_t nesting_ = 0; // attributes open inside the element
    std::size_t skipped_ = 0; // elements open inside one that is of no interest
    std::string path_;        // keys of the attributes that are open, joined by '/'
    std::vector<std::size_t> path_sizes_;
    std::vector<std::string> trace_cells_;
    std::vector<std::string> event_cells_;
    std::vector<std::string_view> cells_;
    std::size_t number_ = 0; // of the event
    bool is_log_ = false;
    // Events of a trace whose attributes follow behind them.
    struct Waiting {
        std::size_t number;
        std::vector<std::string> cells;
    };
    std::vector<Waiting> waiting_;
};

} // namespace maerkbar::event_log
