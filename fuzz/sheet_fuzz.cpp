#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tables/table_file.hpp"

using namespace maerkbar::tables;

namespace {

// A zip of parts that are stored, not packed, so that the fuzzer changes XML and not compressed bytes. Its
// checksums are those of the parts.
class StoredZip {
  public:
    void add(std::string_view name, std::string_view content) {
        const auto offset = bytes_.size();
        const auto fields = shared_fields(name, content);
        bytes_ += "PK\x03\x04" + fields;
        bytes_ += name;
        bytes_ += content;
        directory_ += "PK\x01\x02" + number(20, 2) + fields + number(0, 2) + number(0, 2) + number(0, 2) +
                      number(0, 4) + number(offset, 4);
        directory_ += name;
        ++count_;
    }
    std::string finish() {
        const auto start = bytes_.size();
        return bytes_ + directory_ + "PK\x05\x06" + number(0, 4) + number(count_, 2) + number(count_, 2) +
               number(directory_.size(), 4) + number(start, 4) + number(0, 2);
    }

  private:
    static std::string number(std::size_t value, int bytes) {
        std::string out;
        for (; bytes > 0; --bytes, value >>= 8)
            out += static_cast<char>(value & 0xFF);
        return out;
    }
    static std::uint32_t checksum(std::string_view content) {
        std::uint32_t sum = 0xFFFFFFFF;
        for (const char c : content) {
            sum ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
        }
        return ~sum;
    }
    // Version, flags, method, time, checksum, sizes and lengths, which both records share.
    static std::string shared_fields(std::string_view name, std::string_view content) {
        return number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(checksum(content), 4) +
               number(content.size(), 4) + number(content.size(), 4) + number(name.size(), 2) + number(0, 2);
    }

    std::string bytes_;
    std::string directory_;
    std::size_t count_ = 0;
};

constexpr std::string_view root =
    R"(<Relationships><Relationship Id="a" Type="/officeDocument" Target="w.xml"/></Relationships>)";
constexpr std::string_view relations =
    R"(<Relationships><Relationship Id="a" Type="/worksheet" Target="s.xml"/>)"
    R"(<Relationship Id="b" Type="/sharedStrings" Target="t.xml"/>)"
    R"(<Relationship Id="c" Type="/styles" Target="f.xml"/></Relationships>)";
constexpr std::string_view book =
    R"(<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>)";
constexpr std::string_view styles =
    R"(<s><numFmts><numFmt numFmtId="164" formatCode="hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>)"
    R"(<xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></s>)";
constexpr std::string_view texts =
    R"(<sst><si><t>a</t></si><si><r><t>b</t></r><r><t>c_x000D_</t></r></si></sst>)";

} // namespace

// The XML of a sheet, or of one of the other parts where the first byte says so.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view xml(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto part = data[0] % 8;
    StoredZip zip;
    zip.add("_rels/.rels", root);
    zip.add("_rels/w.xml.rels", part == 1 ? xml : relations);
    zip.add("w.xml", part == 2 ? xml : book);
    zip.add("f.xml", part == 3 ? xml : styles);
    zip.add("t.xml", part == 4 ? xml : texts);
    zip.add("s.xml", xml);
    auto file = TableFile::open_bytes(zip.finish());
    if (!file.ok()) return 0;
    Row row;
    for (;;) {
        const auto more = file->next(row);
        if (!more.ok() || !*more) return 0;
    }
}
