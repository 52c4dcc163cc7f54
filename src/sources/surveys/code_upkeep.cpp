#include "sources/surveys/code_upkeep.hpp"

#include "sources/surveys/survey_codes.hpp"

namespace maerkbar::surveys {

Result<bool> CodeUpkeep::look() {
    if (database_.now() < next_) return false;
    const auto fresh = TRY(database_.read(link_with_fresh_codes));
    if (!fresh) {
        next_ = database_.now() + pause;
        return false;
    }
    TRY(database_.write(storage::Actor{fresh->first, {}, "job", "codes"},
                        [&](storage::Transaction& transaction) {
                            return forget_order_of_codes(transaction, fresh->second);
                        }));
    return true;
}

} // namespace maerkbar::surveys
