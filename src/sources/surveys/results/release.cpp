#include "sources/surveys/results/release.hpp"

#include <algorithm>

#include "measurement/indicator_store.hpp"
#include "sources/surveys/open_text/collecting.hpp"
#include "sources/surveys/results/answer_counting.hpp"
#include "sources/surveys/results/once_over.hpp"

namespace maerkbar::surveys::results {

namespace {

using storage::Connection;
using storage::Transaction;

constexpr std::string_view counted_from = "1990-01-01";

// Where what people wrote may be listed. Lists can be held against each other word by word, so what one has
// and another has not must be as many as each of them.
std::vector<disclosure::Decision> decide_texts(const disclosure::Lattice& lattice,
                                               disclosure::Sensitivity sensitivity) {
    disclosure::Minimums wanted;
    wanted.difference = wanted.comments;
    wanted.sensitive_difference = wanted.sensitive;
    const auto policy = disclosure::Policy::make(wanted).value();
    const auto fewest = disclosure::thresholds(policy, disclosure::Output::comments, sensitivity).whole;
    const auto shown = disclosure::decide_comments(lattice, policy, sensitivity);
    std::vector<disclosure::Decision> decisions;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto& group = lattice.groups[i];
        const auto wrote = disclosure::answers_of(lattice.atoms, group.atoms);
        disclosure::Decision decision{group.key, disclosure::Showing::nothing, {}};
        if (shown[i]) {
            decision.showing = disclosure::Showing::mean;
            decision.count.exactly = wrote;
        } else if (wrote < fewest) {
            decision.count.below = fewest;
        }
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

std::vector<disclosure::Decision> decide_on(const CountedQuestion* question,
                                            const disclosure::Lattice& lattice) {
    if (question == nullptr) return disclosure::decide(lattice, {});
    if (question->kind == CountedKind::text) return decide_texts(lattice, question->sensitivity());
    return disclosure::decide(lattice, {}, question->sensitivity());
}

// One survey while it is released.
class Releasing {
  public:
    Releasing(storage::Database& database, const storage::Actor& actor, const organisation::UnitTree& tree,
              SurveyId survey, Date today)
        : database_(database), actor_(actor), tree_(tree), survey_(survey), today_(today) {}

    // Whether anything was new.
    Result<bool> run() {
        const auto last = last_closed_week(today_);
        auto until = TRY(read_until());
        if (until.released && *until.released >= last) return false;
        if (TRY(definition_is_missing())) return false;
        if ((!until.counted || *until.counted < last) && !TRY(count(until, last))) return false;
        over_ = TRY(database_.read([&](Connection& connection) {
            return waves_over(connection, actor_.tenant, survey_, last + 6);
        }));
        TRY(release_years(until.released, last));
        TRY(decide_what_is_over(database_, actor_, {survey_, definition_, over_, last}));
        return true;
    }

  private:
    Result<CountedUntil> read_until() {
        return database_.read(
            [&](Connection& connection) { return counted_until(connection, actor_.tenant, survey_); });
    }

    Result<bool> definition_is_missing() {
        return database_.read([&](Connection& connection) -> Result<bool> {
            const auto survey = TRY(read_survey(connection, actor_.tenant, survey_));
            if (survey.published == 0) return true;
            definition_ = TRY(read_version(connection, actor_.tenant, survey_, survey.published));
            return false;
        });
    }

    // False while nobody has ever answered: then earlier answers can still be taken over.
    Result<bool> count(const CountedUntil& until, Date last) {
        const auto since = until.counted ? *until.counted - 7 * late_weeks : *Date::parse_iso(counted_from);
        const auto atoms = TRY(database_.read([&](Connection& connection) -> Result<Atoms> {
            const auto stored =
                TRY(count_stored_answers(connection, actor_.tenant, survey_, definition_, since, last));
            const auto before = TRY(read_atoms(connection, actor_.tenant, survey_, since, last));
            return new_atoms(stored, before, until.counted, until.counted ? *until.counted + 7 : last);
        }));
        if (!until.counted && atoms.empty()) return false;
        const auto texts = TRY(database_.read([&](Connection& connection) {
            return open_text::collect_comments(connection, actor_.tenant, survey_, definition_,
                                               {since, last, until.counted});
        }));
        TRY(database_.write(actor_, [&](Transaction& transaction) -> Result<void> {
            transaction.without_audit("releasing what was counted is recorded");
            TRY(store_atoms(transaction, survey_, atoms));
            TRY(open_text::add_comments(transaction, texts));
            return set_counted(transaction, survey_, {last, until.released});
        }));
        return true;
    }

    Result<void> release_years(std::optional<Date> released, Date last) {
        const auto first = TRY(database_.read([&](Connection& connection) {
            return connection.number(
                "select min(week) from survey_atom where tenant_id = ? and survey_id = ?",
                {actor_.tenant, survey_});
        }));
        const Date oldest{static_cast<std::int32_t>(first)};
        const auto of_waves = TRY(database_.read([&](Connection& connection) {
            return first_week_of_new_waves(connection, actor_.tenant, survey_, over_);
        }));
        const auto from = std::min(std::max(released.value_or(oldest), oldest), of_waves.value_or(last));
        for (auto year = Period::containing(PeriodKind::year, from); first != 0 && year.first <= last;
             year = year.next())
            TRY(release_year(year, last));
        return database_.write(actor_, [&](Transaction& transaction) -> Result<void> {
            TRY(set_counted(transaction, survey_, {last, last}));
            TRY(measurement::raise_data_version(transaction, actor_.tenant));
            return transaction.audit({"survey.released", "survey", std::to_string(survey_.value)});
        });
    }

    Result<void> release_year(Period year, Date last) {
        const auto until = std::min(last, Period::containing(PeriodKind::week, year.last()).first);
        const auto atoms = TRY(database_.read([&](Connection& connection) {
            return read_atoms(connection, actor_.tenant, survey_, year.first, until);
        }));
        for (const auto view : all_views)
            TRY(release_view(view, of_view(atoms, view), until));
        return {};
    }

    static Atoms of_view(const Atoms& atoms, View view) {
        Atoms own;
        for (const auto& [key, counts] : atoms)
            if (key.view == view) own.emplace(key, counts);
        return own;
    }

    Result<void> release_view(View view, const Atoms& atoms, Date until) {
        if (atoms.empty()) return {};
        for (const auto& question : released_questions(definition_))
            TRY(release_question(view, &question, atoms, until));
        return release_question(view, nullptr, atoms, until);
    }

    // Without a question: the survey as a whole.
    Result<void> release_question(View view, const CountedQuestion* question, const Atoms& atoms,
                                  Date until) {
        const auto year = Period::containing(PeriodKind::year, until);
        const auto name = question != nullptr ? question->name : std::string(whole_survey);
        const auto shown = TRY(shown_before(view, name, year));
        const bool pair = question != nullptr && question->kind == CountedKind::pair;
        const auto plan = plan_lattice(
            atoms, {name, pair, until, over_}, [this](UnitId unit, Date week) { return lineage(unit, week); },
            shown);
        const auto decisions = decide_on(question, plan.lattice);
        std::vector<Release> fresh;
        for (std::size_t i = 0; i < decisions.size(); ++i)
            if (!shown.contains(plan.keys[i]) && !plan.reserved.contains(i))
                fresh.push_back({plan.keys[i], name, let_out(question, plan.counts[i], decisions[i])});
        return database_.write(actor_, [&](Transaction& transaction) {
            transaction.without_audit("releasing the survey is recorded when it is done");
            return store_releases(transaction, survey_, view, fresh, today_);
        });
    }

    // Showing as it was decided: where a question lets out less, the decision still binds what comes after.
    Result<Shown> shown_before(View view, const std::string& question, Period year) {
        return database_.read([&](Connection& connection) -> Result<Shown> {
            Shown shown;
            ReleaseQuestion asked{survey_};
            asked.question = question;
            asked.view = view;
            for (const bool waves : {false, true}) {
                asked.waves = waves;
                for (const auto& release : TRY(read_releases(connection, actor_.tenant, asked)))
                    if (year.first <= release.group.first && release.group.last <= year.last() + 6)
                        shown[release.group] = release.figures.showing;
            }
            return shown;
        });
    }

    [[nodiscard]] std::vector<UnitId> lineage(UnitId unit, Date week) const {
        auto units = tree_.ancestors(unit, week);
        units.insert(units.begin(), unit);
        return units;
    }

    storage::Database& database_;
    const storage::Actor& actor_;
    const organisation::UnitTree& tree_;
    SurveyId survey_;
    Date today_;
    Definition definition_;
    std::set<WaveId> over_; // waves that take no more answers
};

} // namespace

Date last_closed_week(Date today) {
    return Period::containing(PeriodKind::week, today).first - 7;
}

Result<void> release_survey(storage::Database& database, const storage::Actor& actor,
                            const organisation::UnitTree& tree, SurveyId survey, Date today) {
    TRY(Releasing(database, actor, tree, survey, today).run());
    return {};
}

Result<int> release_all(storage::Database& database, const storage::Actor& actor,
                        const organisation::UnitTree& tree, Date today) {
    const auto surveys =
        TRY(database.read([&](Connection& connection) { return list_surveys(connection, actor.tenant); }));
    int fresh = 0;
    for (const auto& survey : surveys)
        if (TRY(Releasing(database, actor, tree, survey.id, today).run())) ++fresh;
    return fresh;
}

} // namespace maerkbar::surveys::results
