#include "documents/text_document.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tables/xml_stream.hpp"

namespace maerkbar::documents {
namespace {

// Counts elements and gathers text; refuses what is not well formed.
class Reader : public tables::XmlHandler {
  public:
    Result<void> start(std::string_view name, const tables::XmlAttributes& attributes) override {
        ++elements[std::string(name)];
        if (!attributes["language"].empty()) language = attributes["language"];
        return {};
    }
    Result<void> end(std::string_view name) override {
        if (name == "p" || name == "h") text_ += '\n';
        return {};
    }
    Result<void> text(std::string_view piece) override {
        text_ += piece;
        return {};
    }
    [[nodiscard]] const std::string& all() const { return text_; }

    std::map<std::string, int> elements;
    std::string language;

  private:
    std::string text_;
};

Reader read_part(const std::string& odt, std::string_view name) {
    Reader reader;
    auto part = tables::ZipPart::open(tables::ByteInput::memory(odt), name, {});
    REQUIRE(part.ok());
    REQUIRE(tables::XmlStream(std::move(*part), reader).read_all().ok());
    return reader;
}

TextDocument sample() {
    TextDocument document("Rapport: før & efter <2026>", "nb");
    document.heading(1, "Funn");
    document.paragraph("Første linje\nAndre \"linje\"\x01");
    document.bullets(std::vector<std::string>{"Én", "To"});
    document.numbered(std::vector<std::string>{});
    document.table({{"Område", "Verdi"}, {"Ledelse", "3,5"}});
    document.table({{"Tom", "tabell"}});
    document.small_print("Sagt av gruppen selv");
    return document;
}

TEST_CASE("a document is a sound OpenDocument text with everything in it, in order") {
    const auto odt = sample().odt();
    REQUIRE(odt.ok());
    const auto content = read_part(*odt, "content.xml");
    CHECK(content.all() ==
          "Rapport: før & efter <2026>\nFunn\nFørste linjeAndre \"linje\"\nÉn\nTo\nOmråde\nVerdi\n"
          "Ledelse\n3,5\n\nSagt av gruppen selv\n");
    CHECK(content.elements.at("line-break") == 1);
    CHECK(content.elements.at("list") == 1);
    CHECK(content.elements.at("table") == 1);
    CHECK(content.elements.at("table-header-rows") == 1);
    CHECK(read_part(*odt, "styles.xml").language == "nb");
    CHECK(read_part(*odt, "META-INF/manifest.xml").elements.at("file-entry") == 4);
    CHECK(read_part(*odt, "meta.xml").all() == "Rapport: før & efter <2026>nb-NO");
}

TEST_CASE("the kind of file can be told from its first bytes, and the same content is the same file") {
    const auto odt = sample().odt();
    // Local header of 30 bytes, then the name, then the media type as it is.
    CHECK(odt->substr(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
    CHECK(odt->substr(8, 2) == std::string(2, '\0'));
    CHECK(*odt == *sample().odt());
}

} // namespace
} // namespace maerkbar::documents
