#include "web/parts/card.hpp"

#include "web/chart/sparkline.hpp"

namespace maerkbar::web::parts {
namespace {

Html value_line(const VerdictCard& card) {
    Html html = R"(<p class="card-value"><strong>)"_html;
    html << (card.value.empty() ? "–" : card.value) << "</strong>"_html;
    if (!card.period.empty()) html << " <span>"_html << card.period << "</span>"_html;
    return html << "</p>"_html;
}

Html tag_line(const VerdictCard& card, const Language& language) {
    Html html = R"(<p class="tags">)"_html;
    for (const TagKind kind : card.tags)
        html << tag(kind, language) << " "_html;
    return html << "</p>"_html;
}

Html foot(const VerdictCard& card) {
    Html html = R"(<p class="card-foot">)"_html;
    for (const std::string& words : {card.target, card.remark})
        if (!words.empty()) html << "<span>"_html << words << "</span> "_html;
    return html << "</p>"_html;
}

} // namespace

Html verdict_card(const VerdictCard& card, const Language& language) {
    Html html = R"(<article class="card"><h3><a)"_html;
    html << Attribute{"href", card.href} << ">"_html << card.title << "</a></h3>"_html;
    html << value_line(card) << R"(<div class="card-verdict">)"_html << tag_line(card, language);
    html << "<p>"_html << card.sentence << "</p></div>"_html;
    html << "<div>"_html;
    if (!card.sparkline.points.empty()) html << Html::trusted(chart::sparkline(card.sparkline));
    return html << "</div>"_html << foot(card) << "</article>"_html;
}

Html card_grid(std::string_view name, std::span<const Html> cards) {
    Html html = R"(<ul class="cards")"_html;
    html << Attribute{"aria-label", name} << ">"_html;
    for (const Html& card : cards)
        html << "<li>"_html << card << "</li>"_html;
    return html << "</ul>"_html;
}

} // namespace maerkbar::web::parts
