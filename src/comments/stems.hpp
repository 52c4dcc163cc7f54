#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "comments/words.hpp"

struct sb_stemmer;

namespace maerkbar::comments {

// Snowball's stem of a word (libstemmer 2.2.0, snowballstem.org). Not to be used by two threads at once.
class Stemmer {
  public:
    explicit Stemmer(Language language);
    // `word` in lower case.
    [[nodiscard]] std::string stem(std::string_view word);

  private:
    struct Deleter {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

} // namespace maerkbar::comments
