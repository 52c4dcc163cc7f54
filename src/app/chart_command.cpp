#include "app/chart_command.hpp"

#include <algorithm>
#include <thread>

#include "app/chart/request.hpp"
#include "app/chart/run.hpp"
#include "app/console.hpp"

namespace maerkbar::app {

namespace {

class ChartCommand : public Command {
  public:
    std::string_view name() const override { return "chart"; }
    std::string_view summary() const override {
        return "Draw control charts of the series in a CSV or XLSX file";
    }

    void describe(Options& options) override {
        options.argument("FILE", arguments_.file, "the file: one row a measurement");
        options.choice("--type", arguments_.type,
                       {"run", "i", "mr", "ip", "p", "pp", "u", "up", "c", "g", "t", "xbar", "s", "mdc"},
                       "the chart; mdc is Making Data Count", true);
        describe_columns(options);
        describe_calculation(options);
        options.option("--target", arguments_.target, "target, on the scale of the chart");
        options.choice("--direction", arguments_.direction, {"up", "down", "neutral"},
                       "which way is better: up (default), down or neutral");
        options.choice(
            "--format", arguments_.format, {"csv", "summary", "json", "text", "svg"},
            "text (default): a picture and a sentence; csv: points; summary: a row a part; json; svg");
        options.choice("--lang", arguments_.language, {"da", "nb", "en"},
                       "language of texts (default: LANG)");
    }

    Exit run() override {
        arguments_.language = app_chart::language_code(arguments_.language, locale_of_environment());
        const auto threads = std::max(1U, std::thread::hardware_concurrency());
        return exit_of(app_chart::run(arguments_, threads, console()));
    }

  private:
    void describe_columns(Options& options) {
        options.option("--x", arguments_.x, "column of the time (or of the unit, to compare units)", true);
        options.option("--y", arguments_.y, "column of the count, sum or measurement", true);
        options.option("--n", arguments_.n, "column of the denominator");
        options.option("--facet", arguments_.facets,
                       "column that tells series apart; may be given several times");
        options.choice("--aggregate", arguments_.aggregate, {"mean", "median", "sum", "sd"},
                       "what becomes of several rows with the same x (default: mean)");
    }

    void describe_calculation(Options& options) {
        options.option("--freeze", arguments_.freeze, "points 1 to N alone set the limits");
        options.list("--part", arguments_.parts, "a new level starts after each of these points");
        options.list("--exclude", arguments_.exclude, "points left out of the calculation");
        options.flag("--no-screen", arguments_.no_screen, "keep moving ranges that are far above their mean");
        options.option("--cl", arguments_.centre, "known centre line");
        options.option("--sd", arguments_.sd, "known standard deviation (i, ip, xbar, s)");
        options.option("--multiply", arguments_.multiply, "factor on results: 100 for per cent");
        options.list("--rebase", arguments_.rebase, "dates at which a new level starts (mdc)");
        options.option("--fix-after", arguments_.fix_after,
                       "first points that set the limits, at least 12 (mdc)");
    }

    app_chart::Arguments arguments_;
};

} // namespace

std::unique_ptr<Command> chart_command() {
    return std::make_unique<ChartCommand>();
}

} // namespace maerkbar::app
