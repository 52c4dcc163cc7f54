#include <algorithm>

#include "practice/assessment/editor/draft_page.hpp"
#include "practice/assessment/editor/pages.hpp"
#include "practice/assessment/pages/carry_words.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/release.hpp"

// What is new in a draft, what becomes of old values item by item, and which running rounds go over.
namespace maerkbar::assessment::editor {

using namespace web::literals;
using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct News {
    std::optional<Model> before = {}; // none: a new model
    std::vector<ItemDifference> differences = {};
    std::vector<Round> rounds = {}; // that may go over
};

Result<News> read_news(RoundVisit& visit, const Draft& draft) {
    if (draft.base_version.empty()) return News{};
    return visit.read([&](storage::Connection& connection) -> Result<News> {
        News news;
        news.before = TRY(model_version(connection, visit.tenant(), draft.model.id, draft.base_version));
        news.differences = compare_versions(*news.before, draft.model);
        news.rounds = TRY(movable_rounds(connection, visit.tenant(), draft.model.id));
        std::erase_if(news.rounds,
                      [&](const Round& round) { return round.model_version != draft.base_version; });
        return news;
    });
}

// 1.2.0 → 1.3.0, unless the file that came in has a newer number already.
std::string next_version(const Draft& draft) {
    const auto& version = draft.model.version;
    if (draft.base_version.empty() || compare_version_numbers(version, draft.base_version).value_or(0) > 0)
        return version;
    const auto first = version.find('.');
    const auto second = version.find('.', first + 1);
    if (second == std::string::npos) return version;
    return version.substr(0, first + 1) + std::to_string(std::stoi(version.substr(first + 1)) + 1) + ".0";
}

bool asks(const ItemDifference& difference) {
    return difference.change == ItemChange::scale || difference.change == ItemChange::texts;
}

Html question_words(const Texts& name, const Texts& question, const web::Language& language) {
    Html html = organisation::words(name.in(language.code()));
    if (!question.empty())
        html << R"(<br><span class="hint">)"_html << question.in(language.code()) << "</span>"_html;
    return html;
}

Html difference_table(const News& news, const Filled& filled, const web::Language& language) {
    parts::Table table{language("What is new"), false};
    table.columns = {{language("Item")},
                     {language("Change")},
                     {language("Before")},
                     {language("Now")},
                     {language("Values given so far")}};
    table.empty = language("No item was added or removed, and none has other words or another scale.");
    for (const auto& difference : news.differences) {
        const auto name = "carry-" + difference.id;
        const auto stored =
            difference.change == ItemChange::texts ? name_of(Carry::keep) : std::string_view();
        table.rows.push_back({organisation::words(difference.id),
                              organisation::words(item_change_text(difference.change, language)),
                              question_words(difference.before, difference.question_before, language),
                              question_words(difference.after, difference.question_after, language),
                              asks(difference)
                                  ? carry_field(filled.label(name, language("What becomes of it")),
                                                filled.value(name, stored), language)
                                  : organisation::words("–")});
    }
    return parts::section(language("What is new"), parts::table(table));
}

Html rounds_field(RoundVisit& visit, const News& news, const Filled& filled) {
    const auto& language = visit.language();
    if (news.rounds.empty())
        return Html() << "<p>"_html
                      << language(
                             "No running round can go over. Those that have begun to agree, and those that "
                             "have ended, keep their version.")
                      << "</p>"_html;
    std::vector<parts::Choice> choices;
    for (const auto& round : news.rounds)
        choices.push_back(
            {std::to_string(round.id.value),
             round.fields.name + ", " + organisation::unit_name(visit.page, visit.unit_now(round)),
             state_text(round.state, language)});
    return parts::checkbox_field(
        {filled.optional("round", language("Running rounds that go over to this version"),
                         language("Their scores become what you chose above, and nobody's words are lost. "
                                  "Answers to items that are gone go with them. All other rounds keep their "
                                  "version.")),
         choices},
        language);
}

Result<Response> release_page(RoundVisit& visit, const Draft& draft, const Filled& filled) {
    const auto& language = visit.language();
    const auto news = TRY(read_news(visit, draft));
    Html fields = parts::hidden_field("version", std::to_string(draft.version));
    if (news.before) fields << difference_table(news, filled, language) << rounds_field(visit, news, filled);
    fields << parts::text_field({.label = filled.label("number", language("Version number"),
                                                       language("Three whole numbers, higher than before.")),
                                 .value = filled.value("number", next_version(draft)),
                                 .width = parts::FieldWidth::narrow,
                                 .max_length = 20},
                                language)
           << parts::button_row({parts::button(language("Release")),
                                 parts::button_link(language("Not yet"), draft_address(draft.model.id))});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::form(
        {.action = draft_address(draft.model.id, "/release"), .csrf = visit.context().csrf_field()}, fields);
    auto response = organisation::page_of(
        draft_info(
            visit, draft, language("See what is new, and release"),
            language("From now on new rounds use this version. Rounds that have ended are never touched.")),
        body);
    response.status = filled.errors().empty() ? 200 : refused;
    return response;
}

Release read_release(const RoundVisit& visit, web::Form& form, const News& news) {
    Release release;
    release.version = form.required_text("number", 20);
    for (const auto& difference : news.differences)
        if (const auto carry = carry_named(form.typed("carry-" + difference.id)); carry && asks(difference))
            release.decisions[difference.id] = *carry;
    for (const auto& id : visit.context().request.form.all("round"))
        for (const auto& round : news.rounds)
            if (std::to_string(round.id.value) == id) release.rounds.push_back(round.id);
    return release;
}

} // namespace

Result<Response> show_release(RoundVisit& visit) {
    return release_page(visit, TRY(asked_draft(visit)), Filled());
}

Result<Response> send_release(RoundVisit& visit) {
    const auto draft = TRY(asked_draft(visit));
    web::Form form(visit.context().request.form);
    const auto release = read_release(visit, form, TRY(read_news(visit, draft)));
    if (const auto seen = organisation::expect_version(form, draft.version); !seen.ok())
        form.fail(seen.error());
    if (form.ok()) {
        const auto released =
            visit.write([&](storage::Transaction& tx) { return release_draft(tx, draft, release); });
        if (released.ok()) return Response::redirect("/assessments/models?done=released");
        if (!mendable(released.error())) return released.error();
        auto error = released.error();
        if (!error.field.starts_with("carry-")) error.field = "number";
        form.fail(std::move(error));
    }
    return release_page(visit, draft, Filled(form, visit.language()));
}

} // namespace maerkbar::assessment::editor
