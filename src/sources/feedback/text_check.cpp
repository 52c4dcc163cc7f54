#include "sources/feedback/text_check.hpp"

#include "base/translatable.hpp"
#include "comments/masking.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::feedback {

Result<void> refuse_personal_number(const std::string& text, std::string field) {
    if (!tables::find_personal_number(text)) return {};
    return Error{ErrorKind::invalid,
                 "feedback.personal_number",
                 translatable("A personal number seems to stand in the text. Take it out and send again: we "
                              "must not keep it here."),
                 {},
                 std::move(field)};
}

Result<std::string> masked_text(const std::string& text, std::string field) {
    TRY(refuse_personal_number(text, std::move(field)));
    return comments::mask_personal_data(text).text;
}

} // namespace maerkbar::feedback
