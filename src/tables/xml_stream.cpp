#include "tables/xml_stream.hpp"

#include <expat.h>

#include <optional>
#include <string>

namespace maerkbar::tables {

namespace {

constexpr int block = 64 << 10;

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (without_prefix(pair[0]) == name) return pair[1];
    return {};
}

struct XmlStream::State {
    ZipPart part;
    XmlHandler& handler;
    XML_Parser parser = XML_ParserCreate(nullptr);
    std::optional<Error> error = {}; // what a handler found wrong

    State(ZipPart source, XmlHandler& receiver) : part(std::move(source)), handler(receiver) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { XML_ParserFree(parser); }

    void check(Result<void> result) {
        if (result.ok() || error) return;
        error = std::move(result).error();
        XML_StopParser(parser, XML_FALSE);
    }
    // After XML_StopParser the remaining callbacks of one token may still come.
    static void on_start(void* state, const char* name, const char** attributes) {
        auto& self = *static_cast<State*>(state);
        if (!self.error) self.check(self.handler.start(without_prefix(name), XmlAttributes(attributes)));
    }
    static void on_end(void* state, const char* name) {
        auto& self = *static_cast<State*>(state);
        if (!self.error) self.check(self.handler.end(without_prefix(name)));
    }
    static void on_text(void* state, const char* piece, int length) {
        auto& self = *static_cast<State*>(state);
        if (!self.error) self.check(self.handler.text({piece, static_cast<std::size_t>(length)}));
    }
    static void on_doctype(void* state, const char*, const char*, const char*, int) {
        auto& self = *static_cast<State*>(state);
        self.check(Error{ErrorKind::invalid,
                         "table.doctype",
                         "The spreadsheet declares a document type, which no spreadsheet does.",
                         {}});
    }
    [[nodiscard]] Error failure() const {
        if (error) return *error;
        return {
            ErrorKind::invalid,
            "table.bad_xml",
            "The spreadsheet is damaged ({part}, line {line}: {reason}). Open it in Excel and save it again.",
            {{"part", part.name()},
             {"line", std::to_string(XML_GetCurrentLineNumber(parser))},
             {"reason", XML_ErrorString(XML_GetErrorCode(parser))}}};
    }
};

XmlStream::XmlStream(ZipPart part, XmlHandler& handler)
    : state_(std::make_unique<State>(std::move(part), handler)) {}
XmlStream::XmlStream(XmlStream&&) noexcept = default;
XmlStream::~XmlStream() = default;

Result<bool> XmlStream::step() {
    void* buffer = XML_GetBuffer(state_->parser, block);
    if (buffer == nullptr) return state_->failure();
    const auto got = TRY(state_->part.read(static_cast<char*>(buffer), block));
    if (XML_ParseBuffer(state_->parser, static_cast<int>(got), got == 0 ? 1 : 0) != XML_STATUS_OK)
        return state_->failure();
    return got > 0;
}

Result<void> XmlStream::read_all() {
    while (TRY(step())) {
    }
    return {};
}

} // namespace maerkbar::tables
