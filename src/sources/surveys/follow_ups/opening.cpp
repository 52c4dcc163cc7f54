#include "sources/surveys/follow_ups/opening.hpp"

#include <algorithm>
#include <chrono>

#include "actions/store.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/follow_ups/contact_store.hpp"
#include "sources/surveys/link_store.hpp"
#include "sources/surveys/results/release_store.hpp"

namespace maerkbar::surveys::follow_ups {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::int64_t fewest_of_pattern = 5;     // low answers
constexpr auto overlap = std::chrono::minutes(1); // an answer may be stored after one that came later
constexpr int days_looked_back = 70;              // what is older has been seen, or was before the rule

// One answer that the rule may be about.
struct Given {
    std::string key;
    UnitId unit;
    Mode mode = Mode::anonymous;
    Answers answers;
    Instant received = {};
};

Result<std::vector<Given>> given_since(Connection& connection, TenantId tenant, const Rule& rule) {
    return connection.all(
        "select a.key, l.unit_id, l.mode, a.answers, a.received_at from survey_link l join survey_answer a "
        "on "
        "a.tenant_id = l.tenant_id and a.link_id = l.id where l.tenant_id = ? and l.survey_id = ? and l.mode "
        "<> "
        "'anonymous' and a.received_at > ? order by a.received_at",
        {tenant, rule.survey, rule.looked_at - overlap}, [](const Row& row) -> Result<Given> {
            return Given{row.string(0), row.id<UnitId>(1),
                         mode_named(row.text(2)).value_or(Mode::confidential), TRY(read_answers(row.text(3))),
                         row.instant(4)};
        });
}

bool is_low(const Rule& rule, const Answers& answers) {
    const auto* answer = find(answers, rule.question);
    if (answer == nullptr || !answer->answered()) return false;
    for (int step = 0; step <= rule.at_most; ++step)
        if (answer->value() == std::to_string(step)) return true;
    return false;
}

actions::ActionFields fields_of(const Opener& opener, const Rule& rule, UnitId unit, std::string title) {
    actions::ActionFields fields;
    fields.unit = unit;
    fields.title = std::move(title);
    fields.owner = rule.owner;
    fields.due = opener.today + rule.days;
    return fields;
}

UnitId top_of(const organisation::UnitTree& tree, UnitId unit, Date today) {
    const auto above = tree.ancestors_now(unit, today);
    return above.empty() ? unit : above.back();
}

// The action's page leads to the answer, for those who may see it.
Result<bool> open_one(Transaction& transaction, const Opener& opener, const Rule& rule, const Given& given) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    if (TRY(connection.number("select count(*) from survey_low_score where tenant_id = ? and answer_key = ?",
                              {tenant, given.key})) > 0)
        return false;
    const auto unit = given.mode == Mode::linked ? given.unit : top_of(opener.tree, given.unit, opener.today);
    const actions::Origin origin{"survey_low_score", rule.survey.value,
                                 opener.language("An answer to a survey"), "/survey-low-scores/" + given.key};
    const auto action = TRY(actions::add_action(
        transaction,
        fields_of(opener, rule, unit, opener.language("Follow up an answer that shows dissatisfaction")),
        origin));
    TRY(connection.execute("insert into survey_low_score (tenant_id, answer_key, action_id) values (?, ?, ?)",
                           {tenant, given.key, action}));
    return true;
}

struct Pattern {
    UnitId unit;
    Date first;
};

std::int64_t low_in(const results::CountedQuestion& question, const Rule& rule,
                    const results::Counts& counts) {
    std::int64_t low = 0;
    for (std::size_t i = 0; i < counts.values.size(); ++i)
        if (question.lowest + static_cast<int>(i) <= rule.at_most) low += counts.values[i];
    return low;
}

Result<std::vector<Pattern>> patterns_of(Connection& connection, TenantId tenant, const Rule& rule,
                                         Date today) {
    const auto survey = TRY(read_survey(connection, tenant, rule.survey));
    const auto question = results::counted_question(survey.draft, rule.question);
    std::vector<Pattern> patterns;
    if (!question) return patterns;
    results::ReleaseQuestion asked{rule.survey};
    asked.question = rule.question;
    asked.contact_point = asked.customer_type = results::CatalogueId{};
    asked.kind = results::GroupKind::month;
    for (const auto& [group, name, figures] : TRY(results::read_releases(connection, tenant, asked))) {
        if (!figures.distribution || group.first < today - days_looked_back) continue;
        const auto low = low_in(*question, rule, *figures.distribution);
        if (low >= fewest_of_pattern && low * 100 >= figures.answers * rule.share)
            patterns.push_back({group.unit, group.first});
    }
    return patterns;
}

Result<bool> known(Connection& connection, TenantId tenant, const Rule& rule, const Pattern& pattern) {
    return TRY(connection.number(
               "select count(*) from survey_low_month where tenant_id = ? and survey_id = ? and "
               "unit_id = ? and first = ?",
               {tenant, rule.survey, pattern.unit, pattern.first.days})) > 0;
}

// Where a unit and those above it show the same, the one that is nearest to the users acts.
bool lowest(const organisation::UnitTree& tree, Date today, const Pattern& one,
            const std::vector<Pattern>& all) {
    return std::ranges::none_of(all, [&](const Pattern& other) {
        return other.unit != one.unit && other.first == one.first &&
               tree.within_now(other.unit, one.unit, today);
    });
}

Result<void> open_pattern(Transaction& transaction, const Opener& opener, const Rule& rule,
                          const Pattern& pattern) {
    const auto tenant = transaction.actor().tenant;
    const auto month = opener.language.period({PeriodKind::month, pattern.first});
    const actions::Origin origin{
        "survey_pattern", rule.survey.value, opener.language("Results of a survey"),
        "/results/" + std::to_string(rule.survey.value) + "?unit=" + std::to_string(pattern.unit.value)};
    const auto action = TRY(actions::add_action(
        transaction,
        fields_of(opener, rule, pattern.unit,
                  opener.language("Find out why many were dissatisfied in {month}", {{"month", month}})),
        origin));
    TRY(
        transaction.connection().execute("insert into survey_low_month (tenant_id, survey_id, unit_id, "
                                         "first, action_id) values (?, ?, ?, ?, ?)",
                                         {tenant, rule.survey, pattern.unit, pattern.first.days, action}));
    return {};
}

} // namespace

Result<int> open_low_scores(storage::Database& database, const Opener& opener, const Rule& rule) {
    const auto given = TRY(database.read(
        [&](Connection& connection) { return given_since(connection, opener.actor.tenant, rule); }));
    if (given.empty()) return 0;
    int opened = 0;
    TRY(database.write(opener.actor, [&](Transaction& transaction) -> Result<void> {
        for (const auto& one : given) {
            if (is_low(rule, one.answers) && TRY(open_one(transaction, opener, rule, one))) ++opened;
        }
        transaction.without_audit("each action opened is recorded");
        TRY(transaction.connection().execute(
            "update survey_follow_up set looked_at = ? where tenant_id = ? and survey_id = ?",
            {std::max(given.back().received, rule.looked_at), opener.actor.tenant, rule.survey}));
        return {};
    }));
    return opened;
}

Result<int> open_patterns(storage::Database& database, const Opener& opener, const Rule& rule) {
    const auto tenant = opener.actor.tenant;
    const auto patterns = TRY(database.read(
        [&](Connection& connection) { return patterns_of(connection, tenant, rule, opener.today); }));
    int opened = 0;
    TRY(database.write(opener.actor, [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit("each action opened is recorded");
        for (const auto& pattern : patterns) {
            if (!lowest(opener.tree, opener.today, pattern, patterns) ||
                TRY(known(transaction.connection(), tenant, rule, pattern)))
                continue;
            TRY(open_pattern(transaction, opener, rule, pattern));
            ++opened;
        }
        return {};
    }));
    return opened;
}

Result<int> open_wishes(storage::Database& database, const Opener& opener) {
    int opened = 0;
    TRY(database.write(opener.actor, [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit("each action opened is recorded");
        for (const auto& wish : TRY(wishes_to_open(transaction))) {
            const auto owner = TRY(owner_of_wish(transaction.connection(), opener, wish));
            if (!owner) continue;
            actions::ActionFields fields;
            fields.unit = wish.unit;
            fields.title = opener.language("Contact somebody who asked for it");
            fields.owner = *owner;
            fields.due = opener.today + days_for_wishes;
            const auto action =
                TRY(actions::add_action(transaction, fields,
                                        {"survey_contact_wish", 0, opener.language("A wish to be contacted"),
                                         "/survey-contact-wishes/" + wish.id}));
            TRY(set_action(transaction, wish.id, action));
            ++opened;
        }
        return {};
    }));
    return opened;
}

} // namespace maerkbar::surveys::follow_ups
