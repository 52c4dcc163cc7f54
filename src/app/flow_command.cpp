#include "app/flow_command.hpp"

#include <cstdio>
#include <cstdlib>

#include "app/data_options.hpp"
#include "app/flow/run.hpp"
#include "app/progress_bar.hpp"

namespace maerkbar::app {

namespace {

class FlowCommand : public Command {
  public:
    std::string_view name() const override { return "flow"; }
    std::string_view summary() const override {
        return "Show where the cases of a log wait (CSV, XLSX or XES)";
    }

    void describe(Options& options) override {
        options.argument("FILE", arguments_.file,
                         "the log: one row an event, or one row a case; may be packed (.gz)");
        describe_columns(options);
        describe_questions(options);
        options.choice("--format", arguments_.format, {"text", "csv", "json", "svg"},
                       "text (default): a page to read; csv or json: tables; svg: the process map");
        options.option("--map-detail", arguments_.map_detail,
                       "of the map: percentage of all steps that it shows at least (default: 90)");
        options.option("--map-least", arguments_.map_least,
                       "of the map: leave out steps taken less often than this");
        options.choice("--map-by", arguments_.map_by, {"count", "time"},
                       "of the map: show first, and thickest, the steps taken most often (default) or waited "
                       "for longest in all");
        options.option("--out", arguments_.out, "folder for the tables");
        options.choice("--lang", arguments_.language, {"da", "nb", "en"},
                       "language of texts (default: LANG)");
        options.option("--threads", arguments_.threads, "how many cores to use (default: all)");
    }

    Exit run() override {
        if (arguments_.language.empty()) arguments_.language = terminal_language();
        const auto write_to = [](std::FILE* stream) {
            return [stream](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); };
        };
        ProgressBar progress;
        const auto outcome = app_flow::run(arguments_, {write_to(stdout), write_to(stderr), &progress});
        if (std::fflush(stdout) != 0) return Exit::bad_data;
        switch (outcome) {
            case app_flow::Outcome::done:
                return Exit::done;
            case app_flow::Outcome::bad_data:
                return Exit::bad_data;
            case app_flow::Outcome::bad_usage:
                return Exit::bad_usage;
        }
        return Exit::bad_usage;
    }

  private:
    void describe_columns(Options& options) {
        options.option("--case", arguments_.case_id, "column of the case");
        options.option("--activity", arguments_.activity, "column of the activity");
        options.option("--timestamp", arguments_.time, "column of the time");
        options.option("--resource", arguments_.resource, "column of who did it");
        options.option("--lifecycle", arguments_.lifecycle, "column that says start or complete");
        options.option("--instance", arguments_.instance, "column that pairs a start with its complete");
        options.option("--opened", arguments_.opened,
                       "of a table with a row a case: column of its first date");
        options.list("--step", arguments_.steps, "the same: columns of later dates, in their usual order");
        options.option("--closed", arguments_.closed,
                       "the same: column of the last date; empty while a case is open");
        options.option(
            "--status", arguments_.status,
            "the same: column of the status, compared with the last date (default: one called status)");
        options.option("--zone", arguments_.zone, "time zone, such as Europe/Copenhagen (default: UTC)");
    }

    void describe_questions(Options& options) {
        options.list(
            "--report", arguments_.reports,
            "all (default), or some of summary, activities, dfg, variants, cases, longest, months, "
            "daily_flow, ageing, littles_law, resources, handover, by, worktime, lifecycle, survival, "
            "oddities");
        options.option(
            "--filter", arguments_.filters,
            "only cases for which it holds; may be given several times: arrived=2026-01-01..2026-03-31, "
            "completed=…, active=…, duration=2h..30d, variant=1..5, variant=80%, activity=NAME, start=NAME, "
            "end=NAME, "
            "COLUMN=VALUE; != for not");
        options.list("--by", arguments_.by, "columns to compare cases by");
        options.list("--closing", arguments_.closing,
                     "activities that close a case; a case without one is still open");
        options.list("--snapshot", arguments_.snapshots, "days on which the age of open cases is told");
        options.option("--worktime", arguments_.worktime,
                       "count waiting in office hours, such as mon-fri:08-16");
        options.option("--holidays", arguments_.holidays, "days off: dk, no, or a file with a date a row");
    }

    app_flow::Arguments arguments_;
};

} // namespace

std::unique_ptr<Command> flow_command() {
    return std::make_unique<FlowCommand>();
}

} // namespace maerkbar::app
