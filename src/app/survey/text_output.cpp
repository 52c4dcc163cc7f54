#include <algorithm>

#include "app/survey/columns.hpp"
#include "app/survey/report.hpp"
#include "app/survival/text_table.hpp"
#include "app/survival/words.hpp"
#include "base/text.hpp"
#include "sources/surveys/definition/scale_words.hpp"

namespace maerkbar::app_survey {

namespace {

using app_survival::TextTable;
using app_survival::wrapped;
using surveys::Missing;
using web::Language;

class TextPage {
  public:
    explicit TextPage(const Report& report) : report_(report), language_(report.language) {}

    std::string write() {
        for (const auto& group : report_.analysis.groups)
            put(group);
        put_changes();
        put_rates();
        for (const auto& note : notes(report_))
            out_ += '\n' + wrapped(note);
        return std::move(out_);
    }

  private:
    void heading(const std::string& text) {
        out_ += (out_.empty() ? "" : "\n") + text + '\n' + std::string(app_survival::shown_width(text), '=') +
                '\n';
    }
    void title(const std::string& text) { out_ += '\n' + wrapped(text); }
    void sentence(const std::string& text) { out_ += wrapped(text); }
    [[nodiscard]] std::string count(std::size_t number) const {
        return language_.integer(static_cast<std::int64_t>(number));
    }

    void put(const Group& group) {
        const auto rows =
            language_.plural("{count} row", "{count} rows", static_cast<std::int64_t>(group.rows));
        heading((group.wave.empty() ? report_.definition.say(report_.definition.title, language_.code())
                                    : group.wave) +
                " · " + rows);
        for (const auto& figures : group.questions)
            put(figures, group);
        for (const auto& scale : group.scales)
            put(scale);
        if (group.drivers) put(*group.drivers);
    }

    void put(const QuestionFigures& figures, const Group& group) {
        title(question_title(figures.name, report_));
        sentence(answers_line(figures));
        if (figures.answers == 0) return;
        put_values(figures);
        put_summary(figures);
        for (const auto& target : group.targets)
            if (target.target.question == figures.name) sentence(target_sentence(target, language_));
        for (const auto& [name, gap] : group.gaps)
            if (figures.name == name + ".experience") sentence(gap_sentence(gap, language_));
    }

    [[nodiscard]] std::string answers_line(const QuestionFigures& figures) const {
        auto line = language_.plural("{count} answer", "{count} answers", figures.answers);
        for (const auto missing :
             {Missing::dont_know, Missing::not_relevant, Missing::no_wish, Missing::skipped})
            if (const auto number = figures.missing[static_cast<std::size_t>(missing)]; number > 0)
                line += " · " + std::string(surveys::missing_words(missing, language_.code())) + ": " +
                        language_.integer(number);
        if (figures.blank > 0) line += " · " + language_("empty") + ": " + language_.integer(figures.blank);
        return line;
    }

    void put_values(const QuestionFigures& figures) {
        if (figures.values.empty()) return;
        const bool ranking = figures.question->type == surveys::QuestionType::ranking;
        std::vector<std::string> header{"", ranking ? language_("first") : language_("answers"),
                                        language_("share (95 %)")};
        if (ranking) header.push_back(language_("mean place"));
        TextTable table(header);
        for (const auto& value : figures.values) {
            std::vector<std::string> cells{"  " + value_title(figures, value.value, report_),
                                           language_.integer(value.count),
                                           share_text(value.share, value.interval, language_)};
            if (ranking) cells.push_back(mean_text(value.mean_place, {}, language_));
            table.add(std::move(cells));
        }
        out_ += table.text();
    }

    void put_summary(const QuestionFigures& figures) {
        if (const auto& scale = figures.scale) {
            // With few answers Student's interval reaches beyond what a mean can be.
            const statistics::Interval shown{
                std::max(figures.mean_interval.lower, 1.0),
                std::min(figures.mean_interval.upper, static_cast<double>(figures.question->points))};
            auto line = language_("Mean {mean}, index {index} of 100",
                                  {{"mean", mean_text(scale->mean,
                                                      statistics::is_missing(figures.mean_interval.lower)
                                                          ? statistics::Interval{}
                                                          : shown,
                                                      language_)},
                                   {"index", language_.number(scale->index, 0)}});
            if (!statistics::is_missing(scale->top2))
                line += language_("; the two highest {top2}", {{"top2", language_.percent(scale->top2)}});
            sentence(line + ".");
        }
        if (const auto& number = figures.number)
            sentence(language_("Mean {mean}, half at most {median}, from {least} to {most}.",
                               {{"mean", mean_text(number->mean, figures.mean_interval, language_)},
                                {"median", app_survival::number_text(number->median, language_)},
                                {"least", app_survival::number_text(number->least, language_)},
                                {"most", app_survival::number_text(number->most, language_)}}));
        if (const auto& score = figures.net_promoter)
            sentence(language_("Net promoter score {score} ({lower} to {upper}).",
                               {{"score", language_.number(score->score, 0)},
                                {"lower", language_.number(score->interval.lower, 0)},
                                {"upper", language_.number(score->interval.upper, 0)}}));
    }

    void put(const ScaleResult& scale) {
        const auto& result = scale.reliability;
        title(language_("Scale {name}: {questions}",
                        {{"name", scale.scale.name}, {"questions", joined(scale.scale.questions, ", ")}}));
        if (statistics::is_missing(result.alpha))
            return sentence(language_("It cannot be judged: too few answered all, or all answered alike."));
        auto line = language_("Alpha {alpha}, omega {omega}, {count} who answered all.",
                              {{"alpha", mean_text(result.alpha, result.alpha_interval, language_)},
                               {"omega", mean_text(result.omega_total, {}, language_)},
                               {"count", count(result.answers)}});
        if (result.thin)
            line += " " + language_("With fewer than four questions or 30 answers this says little.");
        sentence(line);
    }

    void put(const DriverResult& drivers) {
        title(language_("What goes together with {overall}", {{"overall", report_.request.overall}}));
        if (!drivers.result) return sentence(language_.error(drivers.result.error()));
        TextTable table({"", language_("share of it"), language_("correlation"), language_("mean")});
        const auto& figures = *drivers.result;
        for (std::size_t i = 0; i < drivers.drivers.size(); ++i) {
            const auto& driver = figures.drivers[i];
            table.add({"  " + drivers.drivers[i], language_.percent(driver.shapley / figures.r_squared),
                       language_.number(driver.spearman, 2), language_.number(driver.mean, 2)});
        }
        out_ += table.text();
        sentence(
            language_("{count} answered all of it; together the questions account for {share}. That is "
                      "what goes together, not what causes it.",
                      {{"count", count(drivers.answers)}, {"share", language_.percent(figures.r_squared)}}));
    }

    void put_changes() {
        const auto& analysis = report_.analysis;
        if (analysis.before.empty()) return;
        heading(
            language_("From {before} to {after}", {{"before", analysis.before}, {"after", analysis.after}}));
        for (const auto& change : analysis.changes) {
            title(question_title(change.name, report_));
            sentence(change_sentence(change, report_));
        }
        for (const auto& change : analysis.paired) {
            title(question_title(change.name, report_));
            sentence(paired_sentence(change, report_));
        }
        sentence("\n" + language_("Judged by Holm's rule over all questions compared."));
    }

    void put_rates() {
        if (!report_.analysis.rates) return;
        const auto& rates = *report_.analysis.rates;
        heading(language_("Who answered"));
        const auto line = [&](const std::string& words, const char* name, double share) {
            sentence(words + " (" + name + "): " + language_.percent(share));
        };
        line(language_("Complete answers of all asked"), "RR1", rates.rr1);
        line(language_("Complete and partial answers of all asked"), "RR2", rates.rr2);
        line(language_("Complete answers, unknown ones by the share of --eligible"), "RR3", rates.rr3);
        line(language_("Complete answers of those known to belong"), "RR5", rates.rr5);
        line(language_("Complete answers of those reached"), "COOP1", rates.cooperation);
        line(language_("Refusals of all asked"), "REF1", rates.refusal);
    }

    const Report& report_;
    const Language& language_;
    std::string out_;
};

} // namespace

std::string text_output(const Report& report) {
    return TextPage(report).write();
}

} // namespace maerkbar::app_survey
