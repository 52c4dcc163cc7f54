#pragma once

namespace maerkbar::statistics {

// How often a phase in which nothing but chance is at work still gives a signal.
struct FalseAlarms {
    double limits = 0; // some point beyond the limits
    double runs = 0;   // an unusually long run, or unusually few crossings (Anhøj rules)
    double any = 0;    // one or the other
};

// For a phase of so many points: an I chart around its own mean with screened limits, or a run chart around
// its own median. From 40,000 simulated series of independent normal values for each number of points up to
// 80, to the nearest thousandth; more points are taken as 80.
FalseAlarms false_alarms(int points, bool has_limits);
// Of phases that are independent of each other.
FalseAlarms combined(FalseAlarms one, FalseAlarms other);

} // namespace maerkbar::statistics
