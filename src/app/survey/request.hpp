#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "sources/surveys/definition/answers.hpp"
#include "statistics/response_rate.hpp"

namespace maerkbar::app_survey {

enum class Format { text, json, csv };

// What stands on the command line, as text.
struct Arguments {
    std::string file;
    std::string definition;
    std::vector<std::string> missing; // "9=dont_know"
    std::optional<long> population;
    std::vector<std::string> targets; // "satisfied=80"
    std::string wave;
    std::vector<std::string> compare; // two values of the wave
    std::string person;
    std::vector<std::string> scales; // "respect=q1,q2,q3"
    std::string overall;
    std::vector<std::string> drivers;
    std::vector<std::string> asked; // "complete=58", "refusal=10" …
    std::optional<double> eligible;
    std::string format;
    std::string language;
};

struct Target {
    std::string question; // name of an answer
    double share = 0;     // 0 to 1
};

struct Scale {
    std::string name;
    std::vector<std::string> questions;
};

// The same, understood and consistent.
struct Request {
    std::filesystem::path file;
    std::string definition;
    std::map<std::string, surveys::Missing, std::less<>> missing;
    std::optional<std::int64_t> population;
    std::vector<Target> targets;
    std::string wave;                 // column, or empty
    std::vector<std::string> compare; // empty or two
    std::string person;               // column, or empty
    std::vector<Scale> scales;
    std::string overall;
    std::vector<std::string> drivers;
    std::optional<statistics::Dispositions> asked;
    double eligible = 1;
    Format format = Format::text;
};

// Errors (invalid) name the option in `field`; all of them are bad usage.
[[nodiscard]] Result<Request> understand(const Arguments& arguments);

} // namespace maerkbar::app_survey
