#include "sources/feedback/entry.hpp"

#include <array>

#include "base/names.hpp"

namespace maerkbar::feedback {

namespace {

constexpr std::array<std::string_view, 3> kinds{"praise", "complaint", "suggestion"};
constexpr std::array<std::string_view, 4> outcomes{"upheld", "partly", "not_upheld", "no_answer"};
constexpr std::array<std::string_view, 3> statuses{"received", "under_way", "ended"};

} // namespace

std::string_view name_of(Kind kind) {
    return name_in<Kind>(kinds, kind);
}

std::optional<Kind> kind_named(std::string_view name) {
    return named_in<Kind>(kinds, name);
}

std::string_view name_of(Outcome outcome) {
    return name_in<Outcome>(outcomes, outcome);
}

std::optional<Outcome> outcome_named(std::string_view name) {
    return named_in<Outcome>(outcomes, name);
}

std::string_view name_of(Status status) {
    return name_in<Status>(statuses, status);
}

Status Entry::status() const {
    if (answered_on) return Status::ended;
    return fields.responsible ? Status::under_way : Status::received;
}

std::optional<bool> Entry::in_time(Date today) const {
    if (!due_on) return std::nullopt;
    if (answered_on) return *answered_on <= *due_on;
    return *due_on < today ? std::optional(false) : std::nullopt;
}

} // namespace maerkbar::feedback
