#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "web/fields.hpp"

namespace maerkbar::web {

// Reads the fields of a form (or of a flattened JSON body) into types and collects every mistake, so that the
// person sees them all at once: read everything, then ask ok(); errors() goes to the error summary of the
// page and to the problem details of the API. Blanks around a value are taken off. Names must be valid as
// long as the form.
class Form {
  public:
    explicit Form(const Fields& fields) : fields_(fields) {}

    // Text of at most `longest` characters (Unicode code points); empty when absent.
    std::string text(std::string_view name, std::size_t longest = 200);
    // The same, and it must not be empty.
    std::string required_text(std::string_view name, std::size_t longest = 200);
    // A whole number from `least` to `most`; no value when the field is empty.
    std::optional<std::int64_t> integer(std::string_view name,
                                        std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                                        std::int64_t most = std::numeric_limits<std::int64_t>::max());
    // A number with decimal comma or point; no value when the field is empty.
    std::optional<double> number(std::string_view name);
    // YYYY-MM-DD as date inputs send it, or 22.11.2026 and 22-11-2026 as people type it.
    std::optional<Date> date(std::string_view name);
    // The same, and they must not be empty; 0 after a mistake.
    std::int64_t required_integer(std::string_view name,
                                  std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                                  std::int64_t most = std::numeric_limits<std::int64_t>::max());
    double required_number(std::string_view name);
    Date required_date(std::string_view name);
    // A ticked box, or true in JSON.
    bool checked(std::string_view name) const;
    // One of the choices; the first choice after a mistake.
    std::string_view choice(std::string_view name, std::span<const std::string_view> choices);
    // A database id; no value (Id{}) when the field is empty or "0".
    template <typename Id>
    Id id(std::string_view name) {
        return Id{integer(name, 0).value_or(0)};
    }
    template <typename Id>
    Id required_id(std::string_view name) {
        return Id{required_integer(name, 1)};
    }
    // Every value of that name, blank ones left out.
    std::vector<std::string> all(std::string_view name) const;

    // The number of the record's version the person saw (hidden field "version"). Not the present one:
    // conflict, because somebody else changed it in between.
    Result<void> expect_version(std::int64_t present) const;

    // Adds a mistake found by the caller; its `field` names the field.
    void fail(Error error) { errors_.push_back(std::move(error)); }
    void fail(std::string_view field, std::string_view code, std::string_view text,
              std::vector<std::pair<std::string, std::string>> arguments = {});
    [[nodiscard]] bool ok() const { return errors_.empty(); }
    [[nodiscard]] const std::vector<Error>& errors() const { return errors_; }
    [[nodiscard]] const Error* error_at(std::string_view field) const;
    // What was typed, to show it again.
    [[nodiscard]] std::string typed(std::string_view name) const { return fields_.text(name); }

  private:
    std::string_view value(std::string_view name) const;
    bool present(std::string_view name);

    const Fields& fields_;
    std::vector<Error> errors_;
};

} // namespace maerkbar::web
