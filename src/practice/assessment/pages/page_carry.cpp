#include "practice/assessment/pages/carry_words.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/carried_store.hpp"

// What is new in the model since the round before, and what becomes of the old values: decided item by item.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Both {
    Standing before;
    Standing now;
    LastTimes times;
    std::vector<ItemDifference> differences;
};

Result<Both> read_both(RoundVisit& visit, const Round& round) {
    if (!round.previous)
        return Error{ErrorKind::not_found, "assessment.no_previous", "This round follows no other."};
    return visit.read([&](storage::Connection& connection) -> Result<Both> {
        Both both{TRY(read_standing(connection, visit.tenant(), round.previous)),
                  TRY(read_standing(connection, visit.tenant(), round)),
                  {},
                  {}};
        both.times = TRY(last_times(connection, visit.tenant(), both.before, both.now));
        both.differences = compare_versions(both.before.model, both.now.model);
        return both;
    });
}

Html decision_field(const Both& both, const ItemDifference& difference, const web::Language& language) {
    const auto found = both.times.find(difference.id);
    std::string chosen;
    if (found != both.times.end() && found->second.decision) chosen = name_of(*found->second.decision);
    return carry_field({.name = "carry-" + difference.id, .text = language("What becomes of it")}, chosen,
                       language);
}

Html difference_table(const Both& both, const web::Language& language) {
    parts::Table table{language("What is new"), false};
    table.columns = {{language("Item")},
                     {language("Change")},
                     {language("Before")},
                     {language("Now")},
                     {language("The value of last time")}};
    table.empty =
        language("The questions and scales are the same as last time. Their values are shown beside.");
    for (const auto& difference : both.differences) {
        const auto* old = both.before.find(difference.id);
        const bool decide = old != nullptr && old->scale != nullptr &&
                            both.now.find(difference.id) != nullptr &&
                            difference.change != ItemChange::removed;
        Html value = organisation::words(old == nullptr ? "–" : value_text(old->item.value, language));
        if (decide) value << decision_field(both, difference, language);
        const auto& code = language.code();
        table.rows.push_back(
            {organisation::words(difference.id + " " +
                                 (difference.after.empty() ? difference.before : difference.after).in(code)),
             organisation::words(item_change_text(difference.change, language)),
             organisation::words(difference.question_before.in(code)),
             organisation::words(difference.question_after.in(code)), value});
    }
    return parts::table(table);
}

} // namespace

Result<Response> show_carry(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto round = TRY(visit.led_round());
    const auto both = TRY(read_both(visit, round));
    auto info = round_info(
        visit, round, language("The values of last time"),
        language("Nothing is assessed in advance. This decides what is shown beside the questions."));
    Html fields = difference_table(both, language);
    if (!both.differences.empty()) fields << parts::button_row({parts::button(language("Save"))});
    return organisation::page_of(
        info, parts::form({.action = address_of(round.id, "/carry"), .csrf = visit.context().csrf_field()},
                          fields));
}

Result<Response> send_carry(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto both = TRY(read_both(visit, round));
    const web::Form form(visit.context().request.form);
    TRY(visit.write([&](storage::Transaction& tx) -> Result<void> {
        tx.without_audit("nothing was decided");
        for (const auto& difference : both.differences)
            if (const auto carry = carry_named(form.typed("carry-" + difference.id)))
                TRY(carry_over(tx, both.before, both.now, difference.id, *carry));
        return {};
    }));
    return Response::redirect(address_of(round.id, "?done=saved"));
}

} // namespace maerkbar::assessment
