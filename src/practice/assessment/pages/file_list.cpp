#include "practice/assessment/pages/file_list.hpp"

#include "practice/assessment/pages/visit.hpp"

namespace maerkbar::assessment {

using namespace web::literals;
namespace parts = web::parts;

std::string size_text(const EvidenceFile& file, const web::Language& language) {
    constexpr std::int64_t kilobyte = 1000;
    return language.integer((file.size + kilobyte - 1) / kilobyte) + " kB";
}

web::Html file_links(RoundId round, const std::vector<EvidenceFile>& files, const web::Language& language) {
    if (files.empty()) return {};
    web::Html html = "<h3>"_html;
    html << language("Files as evidence") << "</h3><ul>"_html;
    for (const auto& file : files)
        html << "<li>"_html
             << organisation::link(address_of(round, "/files/" + std::to_string(file.id.value)), file.name)
             << " ("_html << size_text(file, language) << ")</li>"_html;
    return html << "</ul>"_html;
}

} // namespace maerkbar::assessment
