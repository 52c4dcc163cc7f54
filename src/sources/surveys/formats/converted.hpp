#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys {

// What could not be taken over, one sentence each: `field` is the question, page or setting it is about.
using Remarks = std::vector<Error>;

struct Converted {
    Definition definition;
    Remarks remarks = {};
};

struct Exported {
    std::string bytes;
    Remarks remarks = {};
};

// A remark; {value} and {name} (the place) may stand in the text.
void note(Remarks& remarks, std::string_view place, std::string_view text, std::string_view value = {});

} // namespace maerkbar::surveys
