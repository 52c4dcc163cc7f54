#include "comments/stems.hpp"

#include <libstemmer.h>

#include <cassert>

namespace maerkbar::comments {

namespace {

const char* name_of(Language language) {
    switch (language) {
        case Language::da:
            return "danish";
        case Language::nb:
            return "norwegian";
        case Language::sv:
            return "swedish";
        case Language::en:
            return "english";
    }
    return "";
}

} // namespace

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const {
    sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer(Language language) : stemmer_(sb_stemmer_new(name_of(language), "UTF_8")) {
    assert(stemmer_ != nullptr); // all four are part of every libstemmer
}

std::string Stemmer::stem(std::string_view word) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const auto* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (stem == nullptr) return std::string(word); // out of memory: the word is its own stem
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

} // namespace maerkbar::comments
