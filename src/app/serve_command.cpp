#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "app/data_commands.hpp"
#include "app/data_options.hpp"
#include "organisation/setup.hpp"
#include "web/log.hpp"
#include "web/server.hpp"

namespace maerkbar::app {

namespace {

// Waits in this thread for SIGTERM or SIGINT; they must be blocked before any thread starts.
class StopSignals {
  public:
    StopSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait() const {
        int caught = 0;
        sigwait(&signals_, &caught);
    }

  private:
    sigset_t signals_{};
};

class ServeCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "serve"; }
    [[nodiscard]] std::string_view summary() const override { return "Start the server"; }
    void describe(Options& options) override {
        data_.describe(options);
        options.option("--address", address_, "Address to listen on (default 127.0.0.1)");
        options.option("--port", port_, "Port to listen on (default 8080; 0 takes any free one)");
    }
    Exit run() override {
        const StopSignals signals; // before the first thread
        return with_application(data_, [&](Application& application) { return serve(application, signals); });
    }

  private:
    Result<web::ServerSettings> server_settings() const {
        const auto settings = TRY(data_.settings());
        web::ServerSettings server;
        server.address = address_.empty() ? settings.address : address_;
        server.port = port_ ? static_cast<std::uint16_t>(*port_) : settings.port;
        server.workers = settings.workers;
        server.temporary = settings.data / "uploads";
        server.trusted_proxies = settings.trusted_proxies;
        std::error_code failed;
        std::filesystem::create_directories(server.temporary, failed);
        return server;
    }

    Result<void> serve(Application& application, const StopSignals& signals) {
        const auto settings = TRY(server_settings());
        if (const auto code = TRY(organisation::prepare_setup(application.database())))
            std::printf("Nothing is set up yet. Open /setup and use the one-time code %s\n", code->c_str());
        TRY(application.start());
        const auto server = TRY(web::Server::start(settings, application.router()));
        std::printf("Ready at http://%s:%u/\n", settings.address.c_str(),
                    static_cast<unsigned>(server->port()));
        std::fflush(stdout);
        signals.wait();
        constexpr auto deadline = std::chrono::seconds(8);
        const bool all_answered = server->stop(deadline);
        web::log(web::LogLevel::info, "stopped", {{"all_answered", static_cast<std::int64_t>(all_answered)}});
        // A long import may be under way in the background. Whatever is acknowledged is stored, and the job
        // goes on at the next start, so there is no reason to wait for it.
        std::fflush(nullptr);
        std::_Exit(0);
    }

    DataOptions data_;
    std::string address_;
    std::optional<long> port_;
};

} // namespace

std::unique_ptr<Command> serve_command() {
    return std::make_unique<ServeCommand>();
}

} // namespace maerkbar::app
