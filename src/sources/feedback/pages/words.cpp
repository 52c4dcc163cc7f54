#include "base/translatable.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::feedback {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

std::string path_of(EntryId entry, std::string_view tail) {
    return "/feedback/" + std::to_string(entry.value) + std::string(tail);
}

std::string kind_text(Kind kind, const web::Language& language) {
    constexpr const char* texts[] = {translatable("Praise"), translatable("Complaint"),
                                     translatable("Suggestion")};
    return language(texts[static_cast<std::size_t>(kind)]);
}

std::string outcome_text(Kind kind, Outcome outcome, const web::Language& language) {
    constexpr const char* of_complaints[] = {translatable("Upheld"), translatable("Partly upheld"),
                                             translatable("Not upheld"), translatable("No answer wanted")};
    constexpr const char* of_others[] = {translatable("Taken up"), translatable("Partly taken up"),
                                         translatable("Not taken up"), translatable("No answer wanted")};
    const auto number = static_cast<std::size_t>(outcome);
    return language(kind == Kind::complaint ? of_complaints[number] : of_others[number]);
}

std::string status_text(const Entry& entry, const web::Language& language) {
    constexpr const char* texts[] = {translatable("Nobody has it yet"), translatable("Under way"),
                                     translatable("Dealt with")};
    return language(texts[static_cast<std::size_t>(entry.status())]);
}

std::string title_of(const Entry& entry, const web::Language& language) {
    return kind_text(entry.fields.kind, language) + " " + std::to_string(entry.id.value);
}

Html state_tags(const Entry& entry, Date today, const web::Language& language) {
    const auto ended = entry.status() == Status::ended;
    Html html;
    html << parts::tag(ended ? parts::TagKind::met : parts::TagKind::information,
                       status_text(entry, language));
    if (entry.overdue(today))
        html << " "_html << parts::tag(parts::TagKind::not_kept, language("Past its deadline"));
    if (entry.citizen_waits)
        html << " "_html << parts::tag(parts::TagKind::undecided, language("The citizen waits"));
    return html;
}

} // namespace maerkbar::feedback
