#pragma once

#include "sources/surveys/services.hpp"
#include "sources/surveys/taking_out/file_maker.hpp"
#include "web/parts/help.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

struct TakingOut {
    Services& surveys;
    FileMaker files = {};
};

// The page on which answers are taken out, the files, the codebook, and the same over the API.
[[nodiscard]] std::vector<web::Route> taking_out_routes(TakingOut& services);
[[nodiscard]] std::span<const web::parts::PageHelp> taking_out_help();

} // namespace maerkbar::surveys
