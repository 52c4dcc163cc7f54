#include "web/language_texts.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <locale>
#include <vector>

#include "base/embedded.hpp"

extern "C" const maerkbar::embedded::Entry maerkbar_embedded_locale[];

namespace maerkbar::web {

namespace gettext = boost::locale::gnu_gettext;
using Messages = boost::locale::message_format<char>;

struct Texts::Catalogue {
    std::locale locale;
    const Messages* messages = nullptr; // owned by the locale
};

namespace {

// Only the facet for messages: no generator, so that no other part of Boost.Locale is set up.
Messages* load(std::string_view code) {
    const auto file = embedded::find(maerkbar_embedded_locale, "locale/" + std::string(code) + ".mo");
    if (file.empty()) return nullptr;
    gettext::messages_info info;
    info.language = code;
    info.encoding = "UTF-8";
    info.paths.emplace_back("");
    info.domains.emplace_back("maerkbar");
    info.callback = [file](const std::string&, const std::string&) {
        return std::vector(file.begin(), file.end());
    };
    return gettext::create_messages_facet<char>(info);
}

} // namespace

Texts::Texts(std::string_view code) : catalogue_(std::make_unique<Catalogue>()) {
    catalogue_->messages = load(code);
    if (catalogue_->messages)
        catalogue_->locale = std::locale(std::locale::classic(), const_cast<Messages*>(catalogue_->messages));
}

Texts::~Texts() = default;
Texts::Texts(Texts&&) noexcept = default;

const char* Texts::find(const char* context, const std::string& key) const {
    return catalogue_->messages ? catalogue_->messages->get(0, context, key.c_str()) : nullptr;
}

const char* Texts::find_plural(const std::string& one, std::int64_t count) const {
    if (!catalogue_->messages) return nullptr;
    const auto number = static_cast<int>(count < 0 ? -count % 1'000'000 : count % 1'000'000);
    return catalogue_->messages->get(0, nullptr, one.c_str(), number);
}

} // namespace maerkbar::web
