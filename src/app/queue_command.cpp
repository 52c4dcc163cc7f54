#include "app/queue_command.hpp"

#include "app/chart/request.hpp"
#include "app/console.hpp"
#include "app/queue/run.hpp"

namespace maerkbar::app {

namespace {

// What one model needs beside the common options.
struct ModelOptions {
    const char* name;
    const char* summary;
    bool people = true;
    bool within = false;
    bool patience = false;
};

constexpr ModelOptions models[] = {
    {"erlang-b", "Who finds all busy goes away: what share is that"},
    {"erlang-c", "Everybody waits: waits and service level", true, true},
    {"erlang-a", "Some give up waiting: four service levels", true, true, true},
    {"staff", "How many people a target takes", false, true, true},
    {"mmc", "Everybody waits: the queue in balance", true, true},
    {"mmck", "Room for so many only"},
    {"mg1", "One person, service times of any spread", false},
    {"priority", "The urgent first: --arrivals by falling priority, with commas"},
    {"profile", "A day that changes: --arrivals and --people by part, with commas", true, false, true},
};

// What every part of `maerkbar queue` has: how the answer is written, and the run itself.
class PartCommand : public Command {
  public:
    explicit PartCommand(const char* model) { arguments_.model = model; }
    Exit run() override {
        arguments_.language = app_chart::language_code(arguments_.language, locale_of_environment());
        return exit_of(app_queue::run(arguments_, console()));
    }

  protected:
    void describe_answer(Options& options) {
        options.choice("--format", arguments_.format, {"text", "json", "csv"},
                       "text (default); json and csv have shares from 0 to 1 and times in hours");
        options.choice("--lang", arguments_.language, {"da", "nb", "en"},
                       "language of texts (default: LANG)");
    }

    app_queue::Arguments arguments_;
};

class FormulaCommand : public PartCommand {
  public:
    explicit FormulaCommand(const ModelOptions& model) : PartCommand(model.name), model_(model) {}
    std::string_view name() const override { return model_.name; }
    std::string_view summary() const override { return model_.summary; }

    void describe(Options& options) override {
        options.list("--arrivals", arguments_.arrivals, "how many come");
        options.choice("--per", arguments_.per, {"minute", "hour", "day", "week"},
                       "in what time (default: hour)");
        options.option("--service", arguments_.service, "how long each takes: 20s, 3min, 1.5h, 2d", true);
        if (model_.people) options.list("--people", arguments_.people, "how many serve");
        if (model_.within) options.option("--within", arguments_.within, "the wait that is allowed: 20s");
        if (model_.patience)
            options.option("--patience", arguments_.patience,
                           "how long one waits on average before giving up");
        describe_special(options);
        describe_answer(options);
    }

  private:
    void describe_special(Options& options) {
        if (name() == "staff") {
            options.option("--share", arguments_.share, "share that is served within it (default: 0.8)");
            options.option("--mean-wait", arguments_.mean_wait, "and the average wait that is allowed");
            options.option("--shrinkage", arguments_.shrinkage,
                           "share of time for leave, meetings, training: 0.3");
        }
        if (name() == "mmck")
            options.option("--places", arguments_.places, "room, those in service included");
        if (name() == "mg1")
            options.option("--variation", arguments_.variation,
                           "standard deviation of service times by their mean (default: 1)");
        if (name() == "profile") {
            options.option("--each", arguments_.each, "length of a part (default: 1h)");
            options.option("--waiting", arguments_.waiting, "how many wait at the start (default: 0)");
        }
    }

    const ModelOptions& model_;
};

class SimulateCommand : public PartCommand {
  public:
    SimulateCommand() : PartCommand("simulate") {}
    std::string_view name() const override { return "simulate"; }
    std::string_view summary() const override {
        return "Play a scenario: steps, teams, shifts, priorities, patience";
    }

    void describe(Options& options) override {
        options.argument("FILE", arguments_.file,
                         "the scenario, as JSON (see examples/citizen_service.json)");
        options.option("--compare", arguments_.compare, "another scenario: what would be different with it");
        options.option("--replications", arguments_.replications, "how often it is played (default: 30)");
        options.option("--seed", arguments_.seed, "the same seed gives the same result (default: 1)");
        describe_answer(options);
    }
};

class QueueCommand : public Command {
  public:
    QueueCommand() {
        for (const auto& model : models)
            parts_.push_back(std::make_unique<FormulaCommand>(model));
        parts_.push_back(std::make_unique<SimulateCommand>());
    }
    std::string_view name() const override { return "queue"; }
    std::string_view summary() const override {
        return "Say how many people it takes for which waiting time";
    }
    void describe(Options&) override {}
    std::vector<Command*> parts() override {
        std::vector<Command*> all;
        for (const auto& part : parts_)
            all.push_back(part.get());
        return all;
    }
    Exit run() override { return Exit::bad_usage; } // one of the parts runs

  private:
    std::vector<std::unique_ptr<Command>> parts_;
};

} // namespace

std::unique_ptr<Command> queue_command() {
    return std::make_unique<QueueCommand>();
}

} // namespace maerkbar::app
