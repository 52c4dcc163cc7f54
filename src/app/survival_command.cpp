#include "app/survival_command.hpp"

#include "app/chart/request.hpp"
#include "app/console.hpp"
#include "app/survival/run.hpp"

namespace maerkbar::app {

namespace {

class SurvivalCommand : public Command {
  public:
    std::string_view name() const override { return "survival"; }
    std::string_view summary() const override {
        return "Say how long cases take, with the cases that are still open counted";
    }

    void describe(Options& options) override {
        options.argument("FILE", arguments_.file, "CSV or XLSX, one row a case");
        options.option("--time", arguments_.time, "column of the duration");
        options.option("--event", arguments_.event,
                       "column that is 1 where the case ended, 0 where it is open");
        options.option("--opened", arguments_.opened, "or: column of the opening date");
        options.option("--closed", arguments_.closed, "column of the closing date, empty where it is open");
        options.option(
            "--as-of", arguments_.as_of,
            "the day asked about: later closings are open (default: after the last day in the file)");
        options.option("--from", arguments_.from, "leave out cases opened before this date");
        options.option("--ending", arguments_.ending,
                       "column that says how a case ended (decided, withdrawn …)");
        options.option("--by", arguments_.by, "column of groups");
        options.choice("--period", arguments_.period, {"week", "month", "quarter", "tertial", "year"},
                       "groups by when the case was opened");
        options.option("--change", arguments_.change, "compare cases opened before and from this date");
        options.list("--compare", arguments_.compare, "two of the groups: before,after");
        options.option("--unit", arguments_.unit, "name of the unit of time (default: days)");
        options.choice("--format", arguments_.format, {"text", "json", "csv", "svg"},
                       "text (default): table, picture and statement; json; csv: the curves; svg");
        options.choice("--lang", arguments_.language, {"da", "nb", "en"},
                       "language of texts (default: LANG)");
    }

    Exit run() override {
        arguments_.language = app_chart::language_code(arguments_.language, locale_of_environment());
        return exit_of(app_survival::run(arguments_, console()));
    }

  private:
    app_survival::Arguments arguments_;
};

} // namespace

std::unique_ptr<Command> survival_command() {
    return std::make_unique<SurvivalCommand>();
}

} // namespace maerkbar::app
