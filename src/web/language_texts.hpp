#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace maerkbar::web {

// The translated texts of one language, from the catalogue embedded in the program. Boost.Locale is behind
// it.
class Texts {
  public:
    // English has no catalogue: its keys are its texts.
    explicit Texts(std::string_view code);
    ~Texts();
    Texts(Texts&&) noexcept;

    // The translation, or nullptr; it lives as long as this object. `context` may be nullptr.
    [[nodiscard]] const char* find(const char* context, const std::string& key) const;
    [[nodiscard]] const char* find_plural(const std::string& one, std::int64_t count) const;

  private:
    struct Catalogue;
    std::unique_ptr<Catalogue> catalogue_;
};

} // namespace maerkbar::web
