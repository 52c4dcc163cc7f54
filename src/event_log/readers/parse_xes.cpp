#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <memory>
#include <string>
#include <vector>

#include "event_log/readers/scan_xes.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::size_t block = std::size_t{64} << 10;

std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

XesLog& log_of(void* context) {
    return *static_cast<XesLog*>(static_cast<xmlParserCtxtPtr>(context)->_private);
}

// libxml2 gives five pointers for each attribute: name, prefix, namespace, and where its value begins and
// ends.
void start_element(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**,
                   int count, int, const xmlChar** attributes) {
    XesTag tag{xes_element(text_of(name)), {}, {}, {}};
    for (int i = 0; i < count; ++i) {
        const xmlChar* const* const attribute = attributes + 5 * i;
        const auto key = text_of(attribute[0]);
        const std::string_view value(reinterpret_cast<const char*>(attribute[3]),
                                     static_cast<std::size_t>(attribute[4] - attribute[3]));
        if (key == "key") tag.key = value;
        if (key == "value") tag.value = value;
        if (key == "scope") tag.scope = value;
    }
    log_of(context).open(tag);
}

void end_element(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
    log_of(context).close(xes_element(text_of(name)));
}

// Only the five entities of XML itself: those that a file declares could name other files, or grow without
// end.
xmlEntityPtr predefined_entity(void*, const xmlChar* name) {
    return xmlGetPredefinedEntity(name);
}

// What is wrong is told once, by our own error.
void keep_silent(void*, const char*, ...) {}
void keep_silent_too(void*, xmlErrorPtr) {}

Error broken_xml(const xmlParserCtxt& parser) {
    const xmlError* const fault = xmlCtxtGetLastError(const_cast<xmlParserCtxt*>(&parser));
    std::string reason = fault != nullptr && fault->message != nullptr ? fault->message : "";
    while (!reason.empty() && (reason.back() == '\n' || reason.back() == '.'))
        reason.pop_back();
    const int line = fault != nullptr ? fault->line : 0;
    return {ErrorKind::invalid,
            "event_log.broken_xml",
            "The file is no well-formed XML. Line {line}: {reason}.",
            {{"line", std::to_string(line)}, {"reason", reason}}};
}

// libxml2 makes a document of its own where a file declares an entity, and leaves it to us.
void free_parser(xmlParserCtxtPtr parser) {
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
}

xmlSAXHandler handler() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.getEntity = predefined_entity;
    handler.serror = keep_silent_too;
    return handler;
}

} // namespace

Result<void> parse_xes(LogInput input, XesLog& log, Progress* progress) {
    auto calls = handler();
    xmlSetGenericErrorFunc(nullptr, keep_silent);
    const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxtPtr)> parser(
        xmlCreatePushParserCtxt(&calls, nullptr, nullptr, 0, nullptr), free_parser);
    if (!parser)
        return Error{ErrorKind::internal, "event_log.no_parser", "The XML parser could not be started.", {}};
    // Without NOENT, & would be given as &#38;.
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_HUGE);
    parser->_private = &log;
    std::string buffer(block, '\0');
    for (;;) {
        const auto before = input.taken();
        const auto got = TRY(input.read(buffer.data(), buffer.size()));
        if (progress != nullptr) progress->advance(input.taken() - before);
        const bool last = got < buffer.size();
        if (xmlParseChunk(parser.get(), buffer.data(), static_cast<int>(got), last ? 1 : 0) != XML_ERR_OK)
            return broken_xml(*parser);
        if (last) return {};
    }
}

} // namespace maerkbar::event_log
