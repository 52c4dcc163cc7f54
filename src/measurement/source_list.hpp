#pragma once

#include <string_view>
#include <vector>

#include "measurement/fact_source.hpp"

namespace maerkbar::measurement {

// The sources of this program; filled once where the program is put together.
class SourceList {
  public:
    SourceList() = default;
    explicit SourceList(std::vector<const FactSource*> sources) : sources_(std::move(sources)) {}

    [[nodiscard]] std::span<const FactSource* const> all() const { return sources_; }
    // nullptr where there is none of that name.
    [[nodiscard]] const FactSource* find(std::string_view name) const {
        for (const auto* source : sources_)
            if (source->schema().name == name) return source;
        return nullptr;
    }

  private:
    std::vector<const FactSource*> sources_;
};

} // namespace maerkbar::measurement
