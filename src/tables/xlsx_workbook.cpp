#include "tables/xlsx_workbook.hpp"

#include <charconv>
#include <map>

#include "tables/characters.hpp"
#include "tables/xml_stream.hpp"

namespace maerkbar::tables {

namespace {

// Elements that need a look at their attributes only.
class AttributeReader : public XmlHandler {
  public:
    Result<void> end(std::string_view /*name*/) override { return {}; }
    Result<void> text(std::string_view /*piece*/) override { return {}; }
};

struct Relation {
    std::string type; // the last word of its address: worksheet, styles, sharedStrings …
    std::string target;
};

class Relations : public AttributeReader {
  public:
    explicit Relations(std::string folder) : folder_(std::move(folder)) {}
    Result<void> start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return {};
        const auto type = attributes["Type"];
        std::string target(attributes["Target"]);
        // Relative to the part's folder, or from the root of the zip.
        target = target.starts_with('/') ? target.substr(1) : folder_ + target;
        by_id_[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                                 std::move(target)};
        return {};
    }
    [[nodiscard]] const Relation* find(std::string_view id) const {
        const auto found = by_id_.find(id);
        return found == by_id_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] std::string first_of_type(std::string_view type) const {
        for (const auto& [id, relation] : by_id_)
            if (relation.type == type) return relation.target;
        return {};
    }

  private:
    std::string folder_;
    std::map<std::string, Relation, std::less<>> by_id_;
};

class SheetList : public AttributeReader {
  public:
    SheetList(Workbook& book, const Relations& relations) : book_(book), relations_(relations) {}
    Result<void> start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr")
            book_.from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        if (name != "sheet") return {};
        const auto* relation = relations_.find(attributes["id"]);
        if (relation == nullptr || relation->type != "worksheet") return {}; // a chart alone, or a macro
        const auto state = attributes["state"];
        book_.sheets.push_back(
            {std::string(attributes["name"]), relation->target, !state.empty() && state != "visible"});
        return {};
    }

  private:
    Workbook& book_;
    const Relations& relations_;
};

class Styles : public AttributeReader {
  public:
    explicit Styles(std::vector<NumberMeaning>& meanings) : meanings_(meanings) {}
    Result<void> start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") in_cell_formats_ = true;
        if (name == "numFmt")
            own_[std::string(attributes["numFmtId"])] = meaning_of_format(attributes["formatCode"]);
        if (name == "xf" && in_cell_formats_) meanings_.push_back(meaning(attributes["numFmtId"]));
        return {};
    }
    Result<void> end(std::string_view name) override {
        if (name == "cellXfs") in_cell_formats_ = false;
        return {};
    }

  private:
    [[nodiscard]] NumberMeaning meaning(std::string_view id) const {
        const auto own = own_.find(id);
        if (own != own_.end()) return own->second;
        int number = 0;
        std::from_chars(id.data(), id.data() + id.size(), number);
        return meaning_of_builtin_format(number);
    }

    std::vector<NumberMeaning>& meanings_;
    std::map<std::string, NumberMeaning, std::less<>> own_;
    bool in_cell_formats_ = false;
};

// <si><t>…</t></si>, or <si> with several runs <r><t>…</t></r>; readings in <rPh> are no part of the text.
class TextList : public XmlHandler {
  public:
    TextList(SharedTexts& texts, std::size_t limit) : texts_(texts), limit_(limit) {}
    Result<void> start(std::string_view name, const XmlAttributes& /*attributes*/) override {
        if (name == "rPh") in_reading_ = true;
        in_text_ = name == "t" && !in_reading_;
        return {};
    }
    Result<void> text(std::string_view piece) override {
        if (in_text_) current_ += piece;
        if (texts_.bytes() + current_.size() > limit_)
            return Error{ErrorKind::too_large,
                         "table.too_much_text",
                         "The spreadsheet holds more text than can be read.",
                         {}};
        return {};
    }
    Result<void> end(std::string_view name) override {
        if (name == "t") in_text_ = false;
        if (name == "rPh") in_reading_ = false;
        if (name != "si") return {};
        texts_.append(current_.find("_x") == std::string::npos ? current_ : without_escapes(current_));
        texts_.close_text();
        current_.clear();
        return text({});
    }

  private:
    SharedTexts& texts_;
    std::size_t limit_;
    std::string current_;
    bool in_text_ = false;
    bool in_reading_ = false;
};

class WorkbookReader {
  public:
    WorkbookReader(const ByteInput& archive, const ReadLimits& limits) : archive_(archive), limits_(limits) {}

    Result<std::shared_ptr<const Workbook>> read() {
        Relations root("");
        const auto rooted = parse("_rels/.rels", root);
        if (!rooted.ok()) return rooted.error().kind == ErrorKind::not_found ? other_zip() : rooted.error();
        const auto main = root.first_of_type("officeDocument");
        const auto slash = main.rfind('/');
        const auto folder = slash == main.npos ? std::string() : main.substr(0, slash + 1);
        Relations relations(folder);
        const auto related = parse(folder + "_rels/" + main.substr(folder.size()) + ".rels", relations);
        if (!related.ok())
            return related.error().kind == ErrorKind::not_found ? other_zip() : related.error();
        auto book = std::make_shared<Workbook>();
        SheetList sheets(*book, relations);
        TRY(parse(main, sheets));
        if (book->sheets.empty()) return other_zip();
        Styles styles(book->styles);
        TRY(parse_optional(relations.first_of_type("styles"), styles));
        TextList texts(book->texts, static_cast<std::size_t>(limits_.shared_text_bytes));
        TRY(parse_optional(relations.first_of_type("sharedStrings"), texts));
        return std::shared_ptr<const Workbook>(std::move(book));
    }

  private:
    static Error other_zip() {
        return {ErrorKind::invalid,
                "table.packed",
                "This is a zip file but no .xlsx spreadsheet. Unpack it first.",
                {}};
    }
    Result<void> parse(const std::string& part, XmlHandler& handler) {
        return XmlStream(TRY(ZipPart::open(archive_, part, limits_)), handler).read_all();
    }
    Result<void> parse_optional(const std::string& part, XmlHandler& handler) {
        return part.empty() ? Result<void>() : parse(part, handler);
    }

    const ByteInput& archive_;
    const ReadLimits& limits_;
};

} // namespace

Result<std::shared_ptr<const Workbook>> read_workbook(const ByteInput& archive, const ReadLimits& limits) {
    return WorkbookReader(archive, limits).read();
}

} // namespace maerkbar::tables
