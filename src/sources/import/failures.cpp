#include "sources/import/failures.hpp"

#include <string>

#include "base/translatable.hpp"

namespace maerkbar::sources {

namespace {

struct Failure {
    std::string_view code;
    ErrorKind kind;
    const char* text;
};

constexpr Failure failures[] = {
    {"import.file_changed", ErrorKind::internal,
     translatable("The file has changed since it was checked. Nothing has been imported. Upload it again.")},
    {"import.units_changed", ErrorKind::conflict,
     translatable("The organisation has changed since the file was checked. Nothing has been imported. Check "
                  "it again.")},
    {"import.cut_off", ErrorKind::unavailable,
     translatable("The import was cut off because the program stopped. Nothing of it counts. Import the file "
                  "again.")},
    {"import.check_failed", ErrorKind::internal,
     translatable(
         "The file could not be checked: the program met a fault. Upload it again, and report it if it "
         "comes back.")},
    {"import.cannot_store_file", ErrorKind::unavailable,
     translatable("The file could not be stored on the server. Is its disk full? Try again later.")},
};

} // namespace

Error import_failure(std::string_view code) {
    for (const auto& failure : failures)
        if (failure.code == code) return {failure.kind, std::string(code), failure.text};
    return {ErrorKind::internal, std::string(code),
            translatable("The import did not succeed and nothing of it counts. Upload the file again.")};
}

} // namespace maerkbar::sources
