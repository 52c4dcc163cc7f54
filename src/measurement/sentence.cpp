#include "measurement/sentence.hpp"

#include <algorithm>

#include "measurement/sentence_notes.hpp"
#include "measurement/sentence_target.hpp"
#include "measurement/value_text.hpp"
#include "measurement/verdict_rules.hpp"

namespace maerkbar::measurement {

namespace {

using web::Arguments;
using web::Language;

bool divides_rows(MeasureKind kind) {
    return kind == MeasureKind::share || kind == MeasureKind::rate || kind == MeasureKind::ratio;
}

bool stands_on_rows(MeasureKind kind) {
    return kind == MeasureKind::mean || kind == MeasureKind::quantile;
}

// Says one verdict in one language.
class Speaker {
  public:
    Speaker(const Language& the_language, const Definition& definition, const Verdict& verdict, Date today)
        : language(the_language), definition_(definition), verdict_(verdict), today_(today) {}

    Said say() {
        add_value();
        add_caution(CautionKind::old_data);
        add(interval());
        if (!verdict_.caution(CautionKind::old_data)) add(change());
        add(target_sentence(language, definition_, verdict_));
        add_caution(CautionKind::small_number);
        for (const auto& caution : verdict_.cautions)
            if (!in_text(caution.kind)) said_.notes.push_back(sentence_of(caution));
        return std::move(said_);
    }

  private:
    static bool in_text(CautionKind kind) {
        return kind == CautionKind::no_data || kind == CautionKind::few_points ||
               kind == CautionKind::constant || kind == CautionKind::small_number ||
               kind == CautionKind::old_data;
    }

    void add(std::string sentence) {
        if (!sentence.empty()) said_.sentences.push_back(std::move(sentence));
    }

    void add_caution(CautionKind kind) {
        if (const auto* caution = verdict_.caution(kind)) add(sentence_of(*caution));
    }

    [[nodiscard]] std::string sentence_of(const Caution& caution) const {
        return caution_sentence(language, definition_, verdict_, caution, today_);
    }

    void add_value() {
        if (const auto* latest = verdict_.latest_point()) return add(value_sentence(*latest));
        const auto running =
            std::ranges::find_if(verdict_.points, [](const auto& point) { return point.value.has_value(); });
        if (running == verdict_.points.end()) return add_caution(CautionKind::no_data);
        add(language("No period is complete yet. So far:"));
        add(value_sentence(*running));
    }

    // "87 % af opkaldene blev besvaret inden 2 minutter", or "Telefon besvaret: 87 %" without a phrase.
    [[nodiscard]] std::string head(double value) const {
        const auto text =
            value_text(language, definition_, value, decimals_to_judge(definition_, verdict_.target, value));
        const auto& phrase = definition_.phrase.in(language.code());
        if (phrase.empty()) return definition_.name.in(language.code()) + ": " + text;
        return text + ' ' + phrase;
    }

    [[nodiscard]] std::string value_sentence(const VerdictPoint& point) const {
        Arguments arguments{{"what", head(*point.value)},
                            {"when", definition_.state ? end_text(language, point.period, today_)
                                                       : when_text(language, point.period, today_)}};
        if (divides_rows(definition_.measure.kind) && point.numerator && point.denominator) {
            arguments.emplace_back("numerator", amount_text(language, *point.numerator));
            arguments.emplace_back("denominator", amount_text(language, *point.denominator));
            return language("{what} {when} ({numerator} of {denominator}).", arguments);
        }
        if (stands_on_rows(definition_.measure.kind) && point.count > 1)
            return language.plural("{what} {when} ({count} record).", "{what} {when} ({count} records).",
                                   point.count, arguments);
        return language("{what} {when}.", arguments);
    }

    [[nodiscard]] std::string interval() const {
        if (!verdict_.interval) return {};
        return language("This is a sample: the true figure lies between {low} and {high} with 95% certainty.",
                        {{"low", value_text(language, definition_, verdict_.interval->low)},
                         {"high", value_text(language, definition_, verdict_.interval->high)}});
    }

    [[nodiscard]] std::string change() const {
        if (!verdict_.latest) return {};
        for (const auto kind : {CautionKind::few_points, CautionKind::constant})
            if (const auto* caution = verdict_.caution(kind)) return sentence_of(*caution);
        if (const auto* signal = latest_signal(); signal && !explained_by_shift(*signal))
            return signal_sentence(*signal);
        if (verdict_.shift && recent(verdict_, verdict_.shift->since)) return shift_sentence(*verdict_.shift);
        if (verdict_.shift)
            return language("The level has been steady since {period}.",
                            {{"period", since(verdict_.shift->since)}});
        if (const auto* run = latest_run()) return run_sentence(*run);
        return language("The figures vary as usual; nothing points to a change.");
    }

    // A signal of the latest period alone.
    [[nodiscard]] const Signal* latest_signal() const {
        const auto period = verdict_.latest_point()->period;
        for (const auto& signal : verdict_.signals)
            if (signal.from == period && signal.to == period) return &signal;
        return nullptr;
    }

    // A point beyond limits that still lie around the level before.
    [[nodiscard]] bool explained_by_shift(const Signal& signal) const {
        const auto& shift = verdict_.shift;
        return shift && shift->status == LevelShift::Status::proposed && recent(verdict_, shift->since) &&
               shift->meaning == signal.meaning;
    }

    [[nodiscard]] const Signal* latest_run() const {
        for (const auto& signal : verdict_.signals)
            if (signal.points > 1 && signal.to >= verdict_.latest_point()->period) return &signal;
        return nullptr;
    }

    [[nodiscard]] std::string signal_sentence(const Signal& signal) const {
        const bool high = signal.kind == SignalKind::above_limit;
        if (verdict_.between)
            return high ? language(
                              "The time between the events is unusually short: chance alone hardly explains "
                              "it.")
                        : language(
                              "The time between the events is unusually long: chance alone hardly explains "
                              "it.");
        switch (signal.meaning) {
            case Meaning::better:
                return language("That is unusually good: chance alone hardly explains it.");
            case Meaning::worse:
                return language("That is unusually bad: chance alone hardly explains it.");
            case Meaning::neutral:
                break;
        }
        return high ? language("That is unusually high: chance alone hardly explains it.")
                    : language("That is unusually low: chance alone hardly explains it.");
    }

    [[nodiscard]] std::string run_sentence(const Signal& run) const {
        const Arguments arguments{{"periods", periods_text(language, verdict_.period_kind, run.points)}};
        if (run.kind == SignalKind::few_crossings)
            return language("The figures move in long waves, which chance rarely does.");
        if (verdict_.between)
            return run.kind == SignalKind::long_run_above
                       ? language("The events come closer together than usual, which is rarely chance.")
                       : language("The events come further apart than usual, which is rarely chance.");
        switch (run.meaning) {
            case Meaning::better:
                return language(
                    "The last {periods} are all better than the usual level, which is rarely chance.",
                    arguments);
            case Meaning::worse:
                return language(
                    "The last {periods} are all worse than the usual level, which is rarely chance.",
                    arguments);
            case Meaning::neutral:
                break;
        }
        return run.kind == SignalKind::long_run_above
                   ? language("The last {periods} are all above the usual level, which is rarely chance.",
                              arguments)
                   : language("The last {periods} are all below the usual level, which is rarely chance.",
                              arguments);
    }

    [[nodiscard]] std::string since(Period period) const { return period_text(language, period, today_); }

    // Both levels with as many decimals as it takes to tell them apart.
    [[nodiscard]] Arguments levels(const LevelShift& shift) const {
        for (int more = 0;; ++more) {
            auto now = value_text(language, definition_, shift.now, more);
            auto before = value_text(language, definition_, shift.before, more);
            if (now != before || more == 2)
                return {
                    {"now", std::move(now)}, {"before", std::move(before)}, {"period", since(shift.since)}};
        }
    }

    [[nodiscard]] std::string shift_sentence(const LevelShift& shift) const {
        return shift.status == LevelShift::Status::accepted ? accepted(shift) : proposed(shift);
    }

    [[nodiscard]] std::string accepted(const LevelShift& shift) const {
        const auto arguments = levels(shift);
        switch (shift.meaning) {
            case Meaning::better:
                return language(
                    "This is better than before: since {period} the level is {now} against {before} earlier.",
                    arguments);
            case Meaning::worse:
                return language(
                    "This is worse than before: since {period} the level is {now} against {before} earlier.",
                    arguments);
            case Meaning::neutral:
                break;
        }
        return language("The level has changed: since {period} it is {now} against {before} earlier.",
                        arguments);
    }

    [[nodiscard]] std::string proposed(const LevelShift& shift) const {
        const auto arguments = levels(shift);
        switch (shift.meaning) {
            case Meaning::better:
                return language(
                    "It seems to have become better: since {period} the level looks like {now} against "
                    "{before} "
                    "earlier. Nobody has confirmed the change yet.",
                    arguments);
            case Meaning::worse:
                return language(
                    "It seems to have become worse: since {period} the level looks like {now} against "
                    "{before} "
                    "earlier. Nobody has confirmed the change yet.",
                    arguments);
            case Meaning::neutral:
                break;
        }
        return language(
            "The level seems to have changed: since {period} it looks like {now} against {before} earlier. "
            "Nobody "
            "has confirmed the change yet.",
            arguments);
    }

    const Language& language;
    const Definition& definition_;
    const Verdict& verdict_;
    Date today_;
    Said said_;
};

} // namespace

std::string Said::text() const {
    std::string all;
    for (const auto& sentence : sentences) {
        if (!all.empty()) all += ' ';
        all += sentence;
    }
    return all;
}

Said say(const Language& language, const Definition& definition, const Verdict& verdict, Date today) {
    return Speaker(language, definition, verdict, today).say();
}

} // namespace maerkbar::measurement
