// Forms that come back: with what was typed, its errors, and what somebody else stored in between.
#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/form_page.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view changed_code = "organisation.changed_meanwhile";

} // namespace

Filled::Filled(const web::Form& sent, const web::Language& language)
    : sent_(&sent),
      meanwhile_(
          std::ranges::any_of(sent.errors(), [](const Error& error) { return error.code == changed_code; })),
      errors_(sent.errors(), language) {}

std::string Filled::value(std::string_view name, std::string_view stored) const {
    if (sent_ == nullptr) return std::string{stored};
    auto typed = sent_->typed(name);
    if (meanwhile_ && typed != stored) stored_.emplace_back(name, stored);
    return typed;
}

web::parts::Label Filled::label(std::string name, std::string text, std::string hint) const {
    errors_.call(name, text);
    auto error = errors_.of(name);
    return {std::move(name), std::move(text), std::move(hint), std::move(error)};
}

web::parts::Label Filled::optional(std::string name, std::string text, std::string hint) const {
    auto made = label(std::move(name), std::move(text), std::move(hint));
    made.optional = true;
    return made;
}

std::vector<std::pair<std::string, std::string>> Filled::changed_meanwhile() const {
    std::vector<std::pair<std::string, std::string>> differing;
    for (const auto& [name, stored] : stored_)
        if (auto label = errors_.name_of(name); !label.empty())
            differing.emplace_back(std::move(label), stored);
    return differing;
}

Result<void> expect_version(const web::Form& form, std::int64_t present) {
    if (form.typed("version").empty() || form.expect_version(present).ok()) return {};
    return Error{
        ErrorKind::conflict, std::string{changed_code},
        translatable("Somebody else changed this while you were working on it, so nothing was saved. "
                     "What you wrote is still in the form: send it again to replace theirs.")};
}

} // namespace maerkbar::organisation
