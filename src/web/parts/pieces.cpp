#include "web/parts/pieces.hpp"

#include <algorithm>
#include <cmath>

#include "web/parts/icons.hpp"

namespace maerkbar::web::parts {
namespace {

Html link(std::string_view text, std::string_view href) {
    Html html = "<a"_html;
    return html << Attribute{"href", href} << ">"_html << text << "</a>"_html;
}

struct NoticeLook {
    Markup colour;
    Icon icon;
};

NoticeLook look_of(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::success:
            return {" notice-good"_html, Icon::check};
        case NoticeKind::warning:
            return {" notice-attention"_html, Icon::warning};
        case NoticeKind::error:
            return {" notice-bad"_html, Icon::cross};
        default:
            return {""_html, Icon::information};
    }
}

} // namespace

Html notice(NoticeKind kind, std::string_view text, const Html& more) {
    const NoticeLook look = look_of(kind);
    Html html = R"(<div class="notice)"_html;
    html << look.colour
         << (kind == NoticeKind::error ? R"(" role="alert">)"_html : R"(" role="status">)"_html);
    html << icon(look.icon) << "<div><p>"_html << text << "</p>"_html << more;
    return html << "</div></div>"_html;
}

Html section(std::string_view heading, const Html& content, int level) {
    const Html head = level == 2 ? Html("h2"_html) : Html("h3"_html);
    Html html = R"(<section class="section"><)"_html;
    html << head << ">"_html << heading << "</"_html << head << ">"_html;
    return html << content << "</section>"_html;
}

Html breadcrumbs(const std::vector<Crumb>& crumbs, std::string_view current, const Language& language) {
    if (crumbs.empty()) return {};
    Html html = R"(<nav class="crumbs")"_html;
    html << Attribute{"aria-label", language("You are here")} << "><ol>"_html;
    for (const Crumb& crumb : crumbs)
        html << "<li>"_html << link(crumb.label, crumb.href) << "</li>"_html;
    return html << R"(<li aria-current="page">)"_html << current << "</li></ol></nav>"_html;
}

Html tabs(std::string_view name, const std::vector<Tab>& tabs) {
    Html html = R"(<nav class="tabs")"_html;
    html << Attribute{"aria-label", name} << "><ul>"_html;
    for (const Tab& tab : tabs) {
        html << "<li><a"_html << Attribute{"href", tab.href};
        if (tab.current) html << R"( aria-current="page")"_html;
        html << ">"_html << tab.text << "</a></li>"_html;
    }
    return html << "</ul></nav>"_html;
}

Html step_indicator(const std::vector<std::string>& steps, std::size_t current, const Language& language) {
    Html html = R"(<ol class="steps")"_html;
    html << Attribute{"aria-label", language("Steps")} << ">"_html;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        html << "<li"_html << (i == current ? R"( aria-current="step")"_html : ""_html)
             << (i < current ? R"( class="done")"_html : ""_html);
        html << R"(><span class="step-number" aria-hidden="true">)"_html;
        if (i < current)
            html << "✓";
        else
            html << i + 1;
        html << "</span><span>"_html << steps[i];
        if (i < current)
            html << R"(<span class="hidden-text"> – )"_html << language("done") << "</span>"_html;
        html << "</span></li>"_html;
    }
    return html << "</ol>"_html;
}

Html empty_state(std::string_view title, std::string_view text, const Html& action) {
    Html html = R"(<div class="empty"><h2>)"_html;
    return html << title << "</h2><p>"_html << text << "</p>"_html << action << "</div>"_html;
}

Html disclosure(std::string_view summary, const Html& content, bool open) {
    Html html = R"(<details class="more")"_html;
    html << Flag{"open", open} << "><summary>"_html << summary << "</summary><div>"_html;
    return html << content << "</div></details>"_html;
}

Html help_panel(const Html& content, const Language& language) {
    Html html = R"(<details class="more help"><summary>)"_html;
    return html << language("Help for this page") << "</summary><div>"_html << content
                << "</div></details>"_html;
}

namespace {

std::string address(const PageLinks& links, std::size_t page) {
    std::string href = links.href;
    const std::size_t at = href.find("{page}");
    if (at != std::string::npos) href.replace(at, 6, std::to_string(page));
    return href;
}

// 1 … 4 5 6 … 20: first, last and the neighbours; 0 stands for what is left out.
std::vector<std::size_t> shown_pages(const PageLinks& links) {
    std::vector<std::size_t> shown;
    for (std::size_t page = 1; page <= links.pages; ++page) {
        const bool near = page + 1 >= links.current && page <= links.current + 1;
        if (near || page == 1 || page == links.pages)
            shown.push_back(page);
        else if (shown.back() != 0)
            shown.push_back(0);
    }
    return shown;
}

} // namespace

Html pagination(const PageLinks& links, const Language& language) {
    if (links.pages <= 1) return {};
    Html html = R"(<nav class="pages")"_html;
    html << Attribute{"aria-label", language("Pages")} << "><ul>"_html;
    if (links.current > 1)
        html << "<li>"_html << link(language("Previous"), address(links, links.current - 1)) << "</li>"_html;
    for (const std::size_t page : shown_pages(links)) {
        if (page == 0) {
            html << "<li><span>…</span></li>"_html;
            continue;
        }
        const std::string number = language.integer(static_cast<std::int64_t>(page));
        html << "<li><a"_html << Attribute{"href", address(links, page)}
             << Attribute{"aria-label", language("Page {number}", {{"number", number}})};
        if (page == links.current) html << R"( aria-current="page")"_html;
        html << ">"_html << number << "</a></li>"_html;
    }
    if (links.current < links.pages)
        html << "<li>"_html << link(language("Next"), address(links, links.current + 1)) << "</li>"_html;
    return html << "</ul></nav>"_html;
}

Html progress(std::string_view label, double done, const Language& language) {
    const double share = std::isfinite(done) ? std::clamp(done, 0.0, 1.0) : 0.0;
    Html html = R"(<div class="progress"><label>)"_html;
    html << label << " – "_html << language.percent(share) << R"(<progress max="100" value=")"_html;
    return html << std::lround(share * 100) << R"("></progress></label></div>)"_html;
}

Html link_line(const std::vector<Crumb>& links) {
    Html html = R"(<ul class="links">)"_html;
    for (const Crumb& one : links)
        html << "<li>"_html << link(one.label, one.href) << "</li>"_html;
    return html << "</ul>"_html;
}

} // namespace maerkbar::web::parts
