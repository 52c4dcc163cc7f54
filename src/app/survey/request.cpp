#include "app/survey/request.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "base/translatable.hpp"

namespace maerkbar::app_survey {

namespace {

using statistics::Dispositions;

Error usage(const char* option, std::string code, std::string text, const std::string& value = {}) {
    return {ErrorKind::invalid,
            "survey_analysis." + std::move(code),
            std::move(text),
            {{"option", option}, {"value", value}},
            option};
}

// The two sides of "name=value"; the second is empty where there is no equals sign.
std::pair<std::string, std::string> sides_of(std::string_view text) {
    const auto at = text.find('=');
    if (at == std::string_view::npos) return {std::string(trimmed(text)), {}};
    return {std::string(trimmed(text.substr(0, at))), std::string(trimmed(text.substr(at + 1)))};
}

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

Result<void> read_missing(const Arguments& arguments, Request& request) {
    for (const auto& text : arguments.missing) {
        const auto [code, name] = sides_of(text);
        const auto missing = surveys::missing_named(name);
        if (code.empty() || !missing)
            return usage("--missing", "bad_missing",
                         translatable("--missing takes a code and what it means, for example 9=dont_know: "
                                      "dont_know, not_relevant, no_wish or skipped."));
        request.missing[code] = *missing;
    }
    return {};
}

Result<void> read_targets(const Arguments& arguments, Request& request) {
    for (const auto& text : arguments.targets) {
        auto [question, percent] = sides_of(text);
        if (percent.ends_with('%')) percent = std::string(trimmed(percent.substr(0, percent.size() - 1)));
        const auto value = number_of(percent);
        if (question.empty() || !value || *value < 1 || *value > 100)
            return usage("--target", "bad_target",
                         translatable("--target takes a question and a percentage of 1 to 100, for example "
                                      "satisfied=80."));
        request.targets.push_back({question, *value / 100});
    }
    return {};
}

std::vector<std::string> names_in(std::string_view list) {
    std::vector<std::string> names;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (const auto name = trimmed(list.substr(0, end)); !name.empty()) names.emplace_back(name);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return names;
}

Result<void> read_scales(const Arguments& arguments, Request& request) {
    for (const auto& text : arguments.scales) {
        const auto [name, list] = sides_of(text);
        Scale scale{name, names_in(list)};
        if (name.empty() || scale.questions.size() < 2)
            return usage("--scale", "bad_scale",
                         translatable("--scale takes a name and at least two questions, for example "
                                      "respect=listened,polite,time."));
        request.scales.push_back(std::move(scale));
    }
    return {};
}

constexpr std::array<std::pair<std::string_view, double Dispositions::*>, 6> outcomes{{
    {"complete", &Dispositions::complete},
    {"partial", &Dispositions::partial},
    {"refusal", &Dispositions::refusal},
    {"noncontact", &Dispositions::noncontact},
    {"other", &Dispositions::other},
    {"unknown", &Dispositions::unknown},
}};

Result<void> read_asked(const Arguments& arguments, Request& request) {
    for (const auto& text : arguments.asked) {
        const auto [name, count] = sides_of(text);
        const auto value = number_of(count);
        bool known = false;
        if (!request.asked) request.asked.emplace();
        for (const auto& [outcome, member] : outcomes)
            if (outcome == name && value && *value >= 0) {
                (*request.asked).*member = *value;
                known = true;
            }
        if (!known)
            return usage("--asked", "bad_asked",
                         translatable("--asked takes what became of those asked, for example "
                                      "complete=58,partial=6,refusal=10,noncontact=20,other=1,unknown=5."));
    }
    return {};
}

Result<void> check_waves(const Arguments& arguments) {
    if (!arguments.compare.empty() && (arguments.compare.size() != 2 || arguments.wave.empty()))
        return usage(
            "--compare", "bad_compare",
            translatable("--compare takes two values of the column in --wave, the earlier first, for "
                         "example before,after."));
    if (!arguments.person.empty() && arguments.wave.empty())
        return usage("--person", "person_without_wave",
                     translatable("--person pairs the answers of two waves, so --wave is needed too."));
    if (!arguments.drivers.empty() && arguments.overall.empty())
        return usage("--drivers", "drivers_without_overall",
                     translatable("--drivers needs --overall: the question about the whole."));
    return {};
}

Result<void> check_numbers(const Arguments& arguments) {
    if (arguments.population && *arguments.population < 1)
        return usage("--population", "bad_population",
                     translatable("--population takes how many could have answered, at least 1."));
    if (arguments.eligible && (*arguments.eligible < 0 || *arguments.eligible > 1))
        return usage("--eligible", "bad_eligible", translatable("--eligible takes a share from 0 to 1."));
    return {};
}

} // namespace

Result<Request> understand(const Arguments& arguments) {
    TRY(check_waves(arguments));
    TRY(check_numbers(arguments));
    Request request;
    request.file = arguments.file;
    request.definition = arguments.definition;
    TRY(read_missing(arguments, request));
    TRY(read_targets(arguments, request));
    TRY(read_scales(arguments, request));
    TRY(read_asked(arguments, request));
    request.population = arguments.population;
    request.wave = arguments.wave;
    request.compare = arguments.compare;
    request.person = arguments.person;
    request.overall = arguments.overall;
    request.drivers = arguments.drivers;
    request.eligible = arguments.eligible.value_or(1);
    if (arguments.format == "json") request.format = Format::json;
    if (arguments.format == "csv") request.format = Format::csv;
    return request;
}

} // namespace maerkbar::app_survey
