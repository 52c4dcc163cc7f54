#pragma once

namespace maerkbar::statistics {

// What became of everybody who was asked (AAPOR, Standard Definitions).
struct Dispositions {
    double complete = 0;
    double partial = 0;
    double refusal = 0;
    double noncontact = 0;
    double other = 0;   // could not take part
    double unknown = 0; // not known whether they belonged to those asked
};

// The numbers are AAPOR's names. 1, 3 and 5 count complete answers; 2, 4 and 6 partial ones too. 1 and 2
// count all of unknown eligibility as asked, 3 and 4 the estimated share e of them, 5 and 6 none. Missing for
// 0/0.
struct ResponseRates {
    double rr1 = 0, rr2 = 0, rr3 = 0, rr4 = 0, rr5 = 0, rr6 = 0;
    double cooperation = 0; // COOP1: complete answers of those reached
    double refusal = 0;     // REF1: refusals of all asked
};
ResponseRates response_rates(const Dispositions& asked, double share_eligible = 1);

} // namespace maerkbar::statistics
