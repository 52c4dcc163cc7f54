#pragma once

#include <string>

#include "web/html.hpp"
#include "web/language.hpp"
#include "web/parts/page.hpp"

// Pages of made-up content, with every part of src/web/parts in every state.
namespace maerkbar::gallery {

struct GalleryPage {
    std::string name; // file name without ".html"
    web::Html html;
};

[[nodiscard]] web::parts::PageInfo shell(const web::Language& language, std::string title);
[[nodiscard]] web::Html words(std::string_view text);

[[nodiscard]] GalleryPage overview(const web::Language& language);
[[nodiscard]] GalleryPage indicator(const web::Language& language);
[[nodiscard]] GalleryPage form_with_errors(const web::Language& language);
[[nodiscard]] GalleryPage pieces(const web::Language& language);
[[nodiscard]] GalleryPage sign_in(const web::Language& language);

} // namespace maerkbar::gallery
