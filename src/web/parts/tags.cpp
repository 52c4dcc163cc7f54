#include "web/parts/tags.hpp"

#include "web/parts/icons.hpp"

namespace maerkbar::web::parts {
namespace {

struct Look {
    Markup colour;
    Icon icon;
};

Look look_of(TagKind kind) {
    constexpr Markup good = " tag-good"_html, bad = " tag-bad"_html, attention = " tag-attention"_html,
                     plain = ""_html;
    switch (kind) {
        case TagKind::kept:
        case TagKind::met:
            return {good, Icon::check};
        case TagKind::not_kept:
        case TagKind::not_met:
            return {bad, Icon::cross};
        case TagKind::undecided:
        case TagKind::uncertain:
            return {attention, Icon::wave};
        case TagKind::better:
            return {good, Icon::diamond};
        case TagKind::worse:
            return {bad, Icon::square};
        case TagKind::changed:
            return {attention, Icon::triangle};
        case TagKind::unchanged:
            return {plain, Icon::line};
        case TagKind::capable:
            return {good, Icon::shield};
        case TagKind::not_capable:
            return {bad, Icon::barred};
        case TagKind::few_data:
            return {plain, Icon::dots};
        case TagKind::no_data:
        case TagKind::old_data:
            return {plain, Icon::circle};
        case TagKind::information:
            return {plain, Icon::information};
    }
    return {plain, Icon::information};
}

std::string words_of(TagKind kind, const Language& language) {
    switch (kind) {
        case TagKind::kept:
            return language("Target kept");
        case TagKind::not_kept:
            return language("Target not kept");
        case TagKind::met:
            return language("Target met");
        case TagKind::not_met:
            return language("Target not met");
        case TagKind::undecided:
            return language("Cannot be decided");
        case TagKind::better:
            return language("Better than before");
        case TagKind::worse:
            return language("Worse than before");
        case TagKind::changed:
            return language("Changed");
        case TagKind::unchanged:
            return language("No real change");
        case TagKind::capable:
            return language("Stably on target");
        case TagKind::not_capable:
            return language("Stably off target");
        case TagKind::uncertain:
            return language("Varies around the target");
        case TagKind::few_data:
            return language("Few data");
        case TagKind::no_data:
            return language("No data");
        case TagKind::old_data:
            return language("Old figures");
        case TagKind::information:
            return language("For information");
    }
    return {};
}

} // namespace

Html tag(TagKind kind, const Language& language) {
    return tag(kind, words_of(kind, language));
}

Html tag(TagKind kind, std::string_view words) {
    const Look look = look_of(kind);
    Html html = R"(<span class="tag)"_html;
    return html << look.colour << "\">"_html << icon(look.icon) << words << "</span>"_html;
}

} // namespace maerkbar::web::parts
