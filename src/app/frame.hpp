#pragma once

#include <vector>

#include "organisation/tenants.hpp"
#include "storage/database.hpp"
#include "web/parts/frame.hpp"

namespace maerkbar::app {

// Around every page: the municipality's name, and the parts of the product that the person may use.
class AppFrame : public web::parts::Frame {
  public:
    explicit AppFrame(storage::Database& database) : database_(database) {}
    web::parts::PageInfo info(web::Context& context, std::string title) override;

  private:
    storage::Database& database_;
};

} // namespace maerkbar::app
