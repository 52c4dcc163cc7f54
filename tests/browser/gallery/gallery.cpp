#include "gallery.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "web/assets.hpp"

// maerkbar_gallery DIR writes DIR/<language>/<page>.html and DIR/assets/….

namespace maerkbar::gallery {

web::Html words(std::string_view text) {
    web::Html html;
    return html << text;
}

web::parts::PageInfo shell(const web::Language& language, std::string title) {
    web::parts::PageInfo info{.language = language, .title = std::move(title)};
    info.organisation = "Fjordby Kommune";
    info.person = "Leder, Borgerservice";
    info.path = "/";
    info.navigation = {{"Overblik", "overview.html", true},
                       {"Indikatorer", "indicator.html", false, {{"Opkald besvaret", "indicator.html"}}},
                       {"Tal ind", "form_with_errors.html"},
                       {"Organisation", "pieces.html"}};
    return info;
}

} // namespace maerkbar::gallery

namespace {

bool write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << text;
    return file.good();
}

bool write_all(const std::filesystem::path& directory) {
    using namespace maerkbar;
    bool good = true;
    for (const web::Asset& asset : web::assets())
        good = write(directory / "assets" / asset.name, asset.content) && good;
    const web::Languages languages;
    for (const web::Language& language : languages.all()) {
        for (const auto& make : {gallery::overview, gallery::indicator, gallery::form_with_errors,
                                 gallery::pieces, gallery::sign_in}) {
            const gallery::GalleryPage page = make(language);
            good = write(directory / language.code() / (page.name + ".html"), page.html.str()) && good;
        }
    }
    return good;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: maerkbar_gallery DIR\n", stderr);
        return 2;
    }
    if (write_all(arguments[1])) return 0;
    std::fprintf(stderr, "cannot write to %s\n", arguments[1]);
    return 1;
}
