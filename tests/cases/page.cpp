#include "cases/page.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "cases/pattern.hpp"

namespace maerkbar::cases {
namespace {

constexpr std::array<std::string_view, 10> void_elements = {"area", "br",    "col",  "embed", "hr",
                                                            "img",  "input", "link", "meta",  "wbr"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities = {{{"&amp;", "&"},
                                                                                    {"&lt;", "<"},
                                                                                    {"&gt;", ">"},
                                                                                    {"&quot;", "\""},
                                                                                    {"&#39;", "'"},
                                                                                    {"&#x27;", "'"},
                                                                                    {"&nbsp;", " "}}};
constexpr std::array<std::string_view, 14> inline_elements = {
    "a", "abbr", "b", "bdi", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "time"};
constexpr std::size_t deepest = 200;

// The references that our HTML builder writes, as letters; others stay as they are.
std::string decoded(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto known = std::find_if(entities.begin(), entities.end(),
                                        [&](const auto& entity) { return text.starts_with(entity.first); });
        if (known != entities.end()) {
            result += known->second;
            text.remove_prefix(known->first.size());
        } else {
            result += text.front();
            text.remove_prefix(1);
        }
    }
    return result;
}

bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_blank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

class PageParser {
  public:
    explicit PageParser(std::string_view html) : rest_(html), whole_(html) {}

    Result<Node> parse() {
        Node root{.name = "document"};
        TRY(children_of(root, 0));
        if (!rest_.empty()) return fault("an end tag that closes nothing");
        return root;
    }

  private:
    Error fault(std::string reason) const {
        const auto place = whole_.size() - rest_.size();
        const auto line =
            1 + std::count(whole_.begin(), whole_.begin() + static_cast<std::ptrdiff_t>(place), '\n');
        return {ErrorKind::invalid,
                "case.page",
                "The page is not well formed in line {line}: {reason}",
                {{"line", std::to_string(line)}, {"reason", std::move(reason)}}};
    }

    // Takes the text up to `mark` and the mark itself.
    std::string_view take_until(std::string_view mark) {
        const auto end = std::min(rest_.find(mark), rest_.size());
        const auto taken = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + mark.size(), rest_.size()));
        return taken;
    }

    Result<void> children_of(Node& parent, std::size_t depth) {
        if (depth > deepest) return fault("too many elements inside each other");
        while (!rest_.empty() && !rest_.starts_with("</")) {
            if (rest_.starts_with("<!--")) {
                take_until("-->");
            } else if (rest_.starts_with("<!") || rest_.starts_with("<?")) {
                take_until(">");
            } else if (rest_.starts_with('<')) {
                TRY(element(parent, depth));
            } else {
                const auto end = std::min(rest_.find('<'), rest_.size());
                parent.children.push_back({.text = decoded(rest_.substr(0, end))});
                rest_.remove_prefix(end);
            }
        }
        return {};
    }

    Result<void> element(Node& parent, std::size_t depth) {
        rest_.remove_prefix(1);
        Node node{.name = std::string(take_name())};
        if (node.name.empty()) return fault("a '<' without a name");
        const bool closed = TRY(attributes_of(node));
        if (!closed && !contains(void_elements, node.name)) TRY(content_of(node, depth));
        parent.children.push_back(std::move(node));
        return {};
    }

    Result<void> content_of(Node& node, std::size_t depth) {
        const std::string end = "</" + node.name + ">";
        if (node.name == "script" || node.name == "style") {
            node.text = take_until(end);
            return {};
        }
        TRY(children_of(node, depth + 1));
        if (!rest_.starts_with(end)) return fault("<" + node.name + "> is not closed");
        rest_.remove_prefix(end.size());
        return {};
    }

    std::string_view take_name() {
        const auto end = std::min(rest_.find_first_of(" \t\r\n=/>\"'<"), rest_.size());
        const auto name = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return name;
    }

    void skip_blanks() {
        while (!rest_.empty() && is_blank(rest_.front()))
            rest_.remove_prefix(1);
    }

    // Up to and with the '>'; true for an element that closes itself, as SVG's do.
    Result<bool> attributes_of(Node& node) {
        for (;;) {
            skip_blanks();
            if (rest_.starts_with("/>")) {
                rest_.remove_prefix(2);
                return true;
            }
            if (rest_.starts_with('>')) {
                rest_.remove_prefix(1);
                return false;
            }
            TRY(attribute_of(node));
        }
    }

    Result<void> attribute_of(Node& node) {
        const std::string name(take_name());
        if (name.empty()) return fault("<" + node.name + "> has an attribute without a name");
        std::string value;
        if (rest_.starts_with("=\"")) {
            rest_.remove_prefix(2);
            if (rest_.find('"') == std::string_view::npos)
                return fault("the value of " + name + " does not end");
            value = decoded(take_until("\""));
        } else if (rest_.starts_with('=')) {
            rest_.remove_prefix(1);
            value = decoded(take_name());
            if (value.empty())
                return fault("the value of " + name + " is missing or in single quotation marks");
        }
        if (node.attribute(name)) return fault("<" + node.name + "> has " + name + " twice");
        node.attributes.emplace_back(name, std::move(value));
        return {};
    }

    std::string_view rest_;
    std::string_view whole_;
};

// Elements that stand in the run of a text do not part its words; all others do.
void collect_words(const Node& node, std::string& words) {
    if (node.name == "script" || node.name == "style") return;
    words += node.text;
    for (const auto& child : node.children) {
        const bool apart = !child.name.empty() && !contains(inline_elements, child.name);
        if (apart) words += ' ';
        collect_words(child, words);
        if (apart) words += ' ';
    }
}

bool has_class(const Node& node, std::string_view wanted) {
    const auto* classes = node.attribute("class");
    return classes && (" " + *classes + " ").find(" " + std::string(wanted) + " ") != std::string::npos;
}

bool has_attribute(const Node& node, std::string_view test) {
    const auto equals = test.find('=');
    const auto* value = node.attribute(test.substr(0, equals));
    return value && (equals == std::string_view::npos || *value == test.substr(equals + 1));
}

// Whether the node is what one part of a selector says, such as td.number[data-unit=3].
bool is(const Node& node, std::string_view part) {
    while (!part.empty()) {
        const bool bracket = part.front() == '[';
        const auto end = bracket ? part.find(']') : std::min(part.find_first_of(".#[", 1), part.size());
        if (end == std::string_view::npos) return false;
        const auto test = part.substr(0, end);
        if (bracket               ? !has_attribute(node, test.substr(1))
            : test.front() == '.' ? !has_class(node, test.substr(1))
            : test.front() == '#' ? !has_attribute(node, "id=" + std::string(test.substr(1)))
                                  : test != "*" && node.name != test) {
            return false;
        }
        part.remove_prefix(bracket ? end + 1 : end);
    }
    return true;
}

void find(const Node& node, std::string_view selector, std::vector<const Node*>& found) {
    const auto blank = selector.find(' ');
    const auto part = selector.substr(0, blank);
    if (part.empty()) return;
    for (const auto& child : node.children) {
        if (child.name.empty()) continue;
        if (is(child, part)) {
            if (blank == std::string_view::npos) {
                found.push_back(&child);
            } else {
                find(child, selector.substr(blank + 1), found);
                continue;
            }
        }
        find(child, selector, found);
    }
}

} // namespace

const std::string* Node::attribute(std::string_view wanted) const {
    for (const auto& [name_of_attribute, value] : attributes)
        if (name_of_attribute == wanted) return &value;
    return nullptr;
}

std::string Node::words() const {
    std::string all;
    collect_words(*this, all);
    return squeezed(all);
}

Result<Node> parse_page(std::string_view html) {
    return PageParser(html).parse();
}

std::vector<const Node*> select(const Node& page, std::string_view selector) {
    std::vector<const Node*> found;
    find(page, squeezed(selector), found);
    return found;
}

} // namespace maerkbar::cases
