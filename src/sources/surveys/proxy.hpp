#pragma once

#include <optional>
#include <string_view>

namespace maerkbar::surveys {

// Who fills in the answer; other than the person themselves is a proxy.
enum class AnsweredBy { self, relative, guardian, staff, other };
inline constexpr AnsweredBy answerers[] = {AnsweredBy::self, AnsweredBy::relative, AnsweredBy::guardian,
                                           AnsweredBy::staff, AnsweredBy::other};
// Whose view a proxy gives: their own, or what they believe the person would say.
enum class WhoseView { own, person };
inline constexpr WhoseView views[] = {WhoseView::person, WhoseView::own};
// How much the person took part in the answering.
enum class Help { unknown, none, some, much };
inline constexpr Help helps[] = {Help::none, Help::some, Help::much};

// Answers by the person and for the person are never put together: proxies score lower, and most where they
// give their own view (Engel et al. 2024).
struct Proxy {
    AnsweredBy by = AnsweredBy::self;
    WhoseView view = WhoseView::own;
    Help help = Help::unknown;
    bool operator==(const Proxy&) const = default;
    [[nodiscard]] bool is_proxy() const { return by != AnsweredBy::self; }
};

// As they are stored: "relative", "person", "some" (empty for unknown).
[[nodiscard]] std::string_view name_of(AnsweredBy by);
[[nodiscard]] std::string_view name_of(WhoseView view);
[[nodiscard]] std::string_view name_of(Help help);
[[nodiscard]] std::optional<AnsweredBy> answerer_named(std::string_view name);
[[nodiscard]] std::optional<WhoseView> view_named(std::string_view name);
[[nodiscard]] std::optional<Help> help_named(std::string_view name);

} // namespace maerkbar::surveys
