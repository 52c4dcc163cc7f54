#pragma once

#include <vector>

#include "app/page_help.hpp"
#include "storage/database.hpp"
#include "web/parts/frame.hpp"

namespace maerkbar::app {

// Around every page: the municipality's name, the parts of the product that the person may use, and the help.
class AppFrame : public web::parts::Frame {
  public:
    explicit AppFrame(storage::Database& database) : database_(database), help_(all_page_help()) {}
    web::parts::PageInfo info(web::Context& context, std::string title) override;

  private:
    storage::Database& database_;
    std::vector<web::parts::PageHelp> help_;
};

} // namespace maerkbar::app
