#include "web/language_texts.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <locale>
#include <vector>

#include "base/embedded.hpp"
#include "web/nynorsk.hpp"

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

std::unique_ptr<Texts::Catalogue> Texts::catalogue_of(std::string_view code) {
    auto* const messages = load(code);
    if (messages == nullptr) return nullptr;
    return std::make_unique<Catalogue>(Catalogue{std::locale(std::locale::classic(), messages), messages});
}

Texts::Texts(std::string_view code)
    : catalogue_(catalogue_of(code)), otherwise_(code == nynorsk_code ? catalogue_of("nb") : nullptr) {}

Texts::~Texts() = default;
Texts::Texts(Texts&&) noexcept = default;

const char* Texts::find(const char* context, const std::string& key) const {
    for (const auto* catalogue : {catalogue_.get(), otherwise_.get()})
        if (catalogue != nullptr)
            if (const char* found = catalogue->messages->get(0, context, key.c_str())) return found;
    return nullptr;
}

const char* Texts::find_plural(const std::string& one, std::int64_t count) const {
    const auto number = static_cast<int>(count < 0 ? -count % 1'000'000 : count % 1'000'000);
    for (const auto* catalogue : {catalogue_.get(), otherwise_.get()})
        if (catalogue != nullptr)
            if (const char* found = catalogue->messages->get(0, nullptr, one.c_str(), number)) return found;
    return nullptr;
}

} // namespace maerkbar::web
