#pragma once

#include "sources/surveys/editor/visit.hpp"

namespace maerkbar::surveys::editor {

// The answering page of one question of this draft, in the language that the request asks for. With `live`
// it stands beside the form: nothing in it leads away.
[[nodiscard]] web::Response preview_of(Visit& visit, const Definition& draft, const Question& question,
                                       bool live);

// The form with a frame beside it, in which script keeps the preview up to date. Without script there is
// only the form, whose button shows the preview.
[[nodiscard]] web::Html beside_preview(Visit& visit, const Definition& draft, const web::Html& form);

} // namespace maerkbar::surveys::editor
