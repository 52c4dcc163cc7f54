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
    // English has no catalogue: its keys are its texts. What the catalogue of Nynorsk does not hold is found
    // in that of Bokmål.
    explicit Texts(std::string_view code);
    ~Texts();
    Texts(Texts&&) noexcept;

    // The translation, or nullptr; it lives as long as this object. `context` may be nullptr.
    [[nodiscard]] const char* find(const char* context, const std::string& key) const;
    [[nodiscard]] const char* find_plural(const std::string& one, std::int64_t count) const;

  private:
    struct Catalogue;
    static std::unique_ptr<Catalogue> catalogue_of(std::string_view code);

    std::unique_ptr<Catalogue> catalogue_;
    std::unique_ptr<Catalogue> otherwise_; // nothing where no language stands in
};

} // namespace maerkbar::web
