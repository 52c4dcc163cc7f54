#include "statistics/response_rate.hpp"

namespace maerkbar::statistics {

ResponseRates response_rates(const Dispositions& asked, double share_eligible) {
    const double known = asked.complete + asked.partial + asked.refusal + asked.noncontact + asked.other;
    const double answered = asked.complete + asked.partial;
    const double all = known + asked.unknown;
    const double estimated = known + share_eligible * asked.unknown;
    // 0/0 is not a number, which is what missing means here.
    return {asked.complete / all,
            answered / all,
            asked.complete / estimated,
            answered / estimated,
            asked.complete / known,
            answered / known,
            asked.complete / (known - asked.noncontact),
            asked.refusal / all};
}

} // namespace maerkbar::statistics
