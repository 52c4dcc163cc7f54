#include "web/server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <ctime>
#include <mutex>
#include <set>
#include <thread>

#include "web/body_reader.hpp"
#include "web/compress.hpp"
#include "web/forwarded.hpp"
#include "web/log.hpp"
#include "web/text.hpp"

// Mind GCC 12: a temporary lambda or object with a non-trivial destructor inside a co_await expression is
// destroyed twice. Name it first.

namespace maerkbar::web {

namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = net::ip::tcp;
using Task = net::awaitable<void>;
using HeadParser = http::request_parser<http::buffer_body>;
using std::chrono::seconds;

constexpr std::uint32_t longest_head = 16 * 1024;
constexpr std::size_t most_headers = 100;
constexpr std::size_t chunk_bytes = 32 * 1024;
constexpr std::size_t most_lingering = 16u << 20; // bytes read and thrown away after a refusal
constexpr seconds lingering_deadline{2};
constexpr seconds write_deadline{30}; // for each piece of an answer

std::string text_of(beast::string_view view) {
    return {view.data(), view.size()};
}

class Connection;

// What all connections share.
struct Shared {
    ServerSettings settings;
    Router& router;
    net::io_context io{1};
    net::thread_pool workers;
    std::set<Connection*> connections; // touched on the I/O thread alone
    bool stopping = false;             // the same
    std::mutex mutex;
    std::condition_variable none_left;
    std::size_t alive = 0; // guarded by mutex

    Shared(ServerSettings the_settings, Router& the_router)
        : settings(std::move(the_settings)), router(the_router), workers(settings.workers) {}
};

// What came of reading a request.
struct Received {
    bool gone = false;                    // the client left or was too slow: nobody to answer
    std::optional<Response> refusal = {}; // answered without its handler; then the connection ends
};

// One client: reads requests one after the other, has them answered by a worker, writes the answers.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Shared& shared, tcp::socket socket);

    // Until the client leaves, errs, or the server stops. Ends on the I/O thread.
    Task run();
    // Ends it if it waits for a request.
    void close_if_idle() {
        if (idle_) close();
    }

  private:
    net::awaitable<bool> wait_for_request();
    net::awaitable<bool> serve_one(); // false: this was the last
    net::awaitable<Received> receive(HeadParser& parser, Request& request);
    net::awaitable<Received> receive_head(HeadParser& parser, Request& request);
    net::awaitable<Received> receive_body(HeadParser& parser, Request& request);
    net::awaitable<Received> pour(HeadParser& parser, BodyReader& reader, const Request& request,
                                  bool to_files);
    net::awaitable<bool> answer(Response& response, const Request& request, bool keep_alive);
    template <typename Body>
    net::awaitable<bool> write(http::response<Body>& message, bool head_only);
    Task linger();
    Task to_worker() {
        auto there = net::bind_executor(shared_.workers, net::use_awaitable);
        co_await net::post(std::move(there));
    }
    Task to_io() {
        auto here = net::bind_executor(shared_.io, net::use_awaitable);
        co_await net::post(std::move(here));
    }
    void close() {
        boost::system::error_code ignored;
        stream_.socket().close(ignored);
    }

    Shared& shared_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_{64 * 1024};
    std::string address_;
    bool first_ = true; // no request has come yet
    bool idle_ = false; // waits for one
};

// The head as our own Request. False when the target is neither a path nor an absolute http address.
bool take_head(const HeadParser& parser, Request& request) {
    const auto& message = parser.get();
    std::string target = text_of(message.target());
    for (const auto* scheme : {"http://", "https://"})
        if (target.starts_with(scheme)) target.erase(0, std::min(target.find('/', 8), target.size()));
    const auto question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.raw_query = target.substr(std::min(question + 1, target.size()));
    for (const auto& field : message)
        request.headers.add(text_of(field.name_string()), text_of(field.value()));
    const auto method = message.method_string();
    request.method = method_named({method.data(), method.size()}).value_or(Method::get);
    return request.path.starts_with('/');
}

constexpr int nobody_there = -1;

// The status to refuse a head with that could not be read.
int status_of_fault(boost::system::error_code error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    const bool broken = error.category() == http::make_error_code(http::error::bad_target).category();
    const bool left = error == http::error::end_of_stream || error == http::error::partial_message;
    return broken && !left ? 400 : nobody_there;
}

// 0, or the status for a head that Beast takes but we do not.
int fault_in_head(const HeadParser& parser) {
    const auto& message = parser.get();
    const auto headers = std::distance(message.begin(), message.end());
    if (static_cast<std::size_t>(headers) > most_headers) return 431;
    const auto hosts = message.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() >= 11)) return 400;
    if (message.version() != 10 && message.version() != 11) return 400;
    const auto codings = message.count(http::field::transfer_encoding);
    if (codings > 0 && (codings > 1 || message.version() < 11)) return 400;
    if (codings > 0 && !beast::iequals(message[http::field::transfer_encoding], "chunked")) return 400;
    return method_named({message.method_string().data(), message.method_string().size()}) ? 0 : 405;
}

bool expects_continue(const Request& request) {
    return equal_ignoring_case(request.headers.get("Expect").value_or(""), "100-continue");
}

// Sun, 22 Nov 2026 13:05:09 GMT
std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char buffer[40];
    return {buffer, std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

// A header that would end its line could smuggle in others; it is left out.
bool fits_on_a_line(std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

template <typename Body>
http::response<Body> message_of(const Response& response, bool keep_alive) {
    http::response<Body> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    message.set(http::field::date, http_date());
    for (const auto& [name, value] : response.headers)
        if (fits_on_a_line(name) && fits_on_a_line(value)) message.insert(name, value);
    message.keep_alive(keep_alive);
    return message;
}

bool has_body(int status) {
    return status != 204 && status != 304;
}

Connection::Connection(Shared& shared, tcp::socket socket) : shared_(shared), stream_(std::move(socket)) {
    boost::system::error_code error;
    const auto peer = stream_.socket().remote_endpoint(error);
    if (!error) address_ = peer.address().to_string();
    stream_.socket().set_option(tcp::no_delay(true), error);
}

Task Connection::run() {
    try {
        while (co_await wait_for_request()) {
            const bool more = co_await serve_one();
            if (!more) break;
        }
    } catch (const std::exception& exception) {
        log(LogLevel::error, "connection_failed", {{"what", exception.what()}});
    }
    co_await to_io();
    close();
}

// The first request must come within a head's time; the next ones may let wait. False: nobody asks any more.
net::awaitable<bool> Connection::wait_for_request() {
    if (shared_.stopping) co_return false;
    if (buffer_.size() > 0) co_return true; // pipelined
    boost::system::error_code error;
    idle_ = true;
    stream_.expires_after(first_ ? shared_.settings.head_deadline : shared_.settings.idle_deadline);
    const auto space = buffer_.prepare(4096);
    const auto count =
        co_await stream_.async_read_some(space, net::redirect_error(net::use_awaitable, error));
    idle_ = false;
    first_ = false;
    buffer_.commit(count);
    co_return !error;
}

net::awaitable<bool> Connection::serve_one() {
    HeadParser parser;
    Request request;
    auto received = co_await receive(parser, request);
    if (received.gone) co_return false;
    if (received.refusal) {
        co_await answer(*received.refusal, request, false);
        co_await linger();
        co_return false;
    }
    co_await to_worker();
    auto response = shared_.router.handle(request);
    compress(response, request);
    co_await to_io();
    co_return co_await answer(response, request, parser.get().keep_alive());
}

net::awaitable<Received> Connection::receive(HeadParser& parser, Request& request) {
    auto received = co_await receive_head(parser, request);
    if (received.gone || received.refusal || parser.is_done()) co_return received;
    co_return co_await receive_body(parser, request);
}

net::awaitable<Received> Connection::receive_head(HeadParser& parser, Request& request) {
    boost::system::error_code error;
    parser.header_limit(longest_head);
    parser.body_limit(boost::none); // counted by the body reader, by route
    stream_.expires_after(shared_.settings.head_deadline);
    co_await http::async_read_header(stream_, buffer_, parser,
                                     net::redirect_error(net::use_awaitable, error));
    Received received;
    int status = error ? status_of_fault(error) : fault_in_head(parser);
    received.gone = status == nobody_there;
    if (received.gone) co_return received;
    request.remote_address = address_;
    if (!error && !take_head(parser, request) && status == 0) status = 400;
    apply_forwarded(request, shared_.settings.trusted_proxies);
    if (status != 0) received.refusal = shared_.router.refuse(request, status);
    co_return received;
}

net::awaitable<Received> Connection::receive_body(HeadParser& parser, Request& request) {
    co_await to_worker();
    auto admission = shared_.router.admit(request, parser.content_length().value_or(0));
    co_await to_io();
    Received received;
    received.refusal = std::move(admission.refusal);
    if (received.refusal) co_return received;
    auto reader =
        BodyReader::for_request(request, admission, shared_.router.settings(), shared_.settings.temporary);
    if (!reader.ok()) {
        received.refusal = shared_.router.refuse(request, reader.error());
        co_return received;
    }
    received = co_await pour(parser, **reader, request, admission.to_files);
    if (received.gone || received.refusal) co_return received;
    if (const auto finished = (*reader)->finish(request); !finished.ok())
        received.refusal = shared_.router.refuse(request, finished.error());
    co_return received;
}

// Pieces bound for the disk are written by a worker.
net::awaitable<Received> Connection::pour(HeadParser& parser, BodyReader& reader, const Request& request,
                                          bool to_files) {
    Received received;
    boost::system::error_code error;
    if (expects_continue(request)) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto line = net::buffer(go_on.data(), go_on.size());
        co_await net::async_write(stream_, line, net::redirect_error(net::use_awaitable, error));
    }
    std::vector<char> piece(chunk_bytes);
    while (!parser.is_done() && !received.refusal) {
        auto& body = parser.get().body();
        body.data = piece.data();
        body.size = piece.size();
        stream_.expires_after(shared_.settings.chunk_deadline);
        co_await http::async_read(stream_, buffer_, parser, net::redirect_error(net::use_awaitable, error));
        received.gone = error && error != http::error::need_buffer;
        if (received.gone) co_return received;
        if (to_files) co_await to_worker();
        const auto pushed = reader.push({piece.data(), piece.size() - body.size});
        if (!pushed.ok()) received.refusal = shared_.router.refuse(request, pushed.error());
        if (to_files) co_await to_io();
    }
    co_return received;
}

// Whether the connection can be used again.
net::awaitable<bool> Connection::answer(Response& response, const Request& request, bool keep_alive) {
    keep_alive = keep_alive && !shared_.stopping;
    const bool head_only = request.method == Method::head || !has_body(response.status);
    if (response.file) {
        auto message = message_of<http::file_body>(response, keep_alive);
        boost::system::error_code error;
        message.body().open(response.file->c_str(), beast::file_mode::scan, error);
        if (error) {
            log(LogLevel::error, "file_unreadable",
                {{"request", request.request_id}, {"what", error.message()}});
            co_return false;
        }
        message.prepare_payload();
        co_return co_await write(message, head_only);
    }
    auto message = message_of<http::string_body>(response, keep_alive);
    message.body() = std::move(response.body);
    if (has_body(response.status)) message.content_length(message.body().size());
    co_return co_await write(message, head_only);
}

template <typename Body>
net::awaitable<bool> Connection::write(http::response<Body>& message, bool head_only) {
    boost::system::error_code error;
    http::response_serializer<Body> serializer(message);
    stream_.expires_after(write_deadline);
    if (head_only)
        co_await http::async_write_header(stream_, serializer,
                                          net::redirect_error(net::use_awaitable, error));
    while (!head_only && !error && !serializer.is_done()) {
        stream_.expires_after(write_deadline);
        co_await http::async_write_some(stream_, serializer, net::redirect_error(net::use_awaitable, error));
    }
    co_return !error && message.keep_alive();
}

// Reads on for a moment after a refusal; closing at once would make the client lose the answer.
Task Connection::linger() {
    boost::system::error_code error;
    stream_.socket().shutdown(tcp::socket::shutdown_send, error);
    std::vector<char> waste(chunk_bytes);
    stream_.expires_after(lingering_deadline);
    for (std::size_t read = 0; !error && read < most_lingering;)
        read += co_await stream_.async_read_some(net::buffer(waste),
                                                 net::redirect_error(net::use_awaitable, error));
}

Task serve(Shared& shared, std::shared_ptr<Connection> connection) {
    co_await connection->run();
    shared.connections.erase(connection.get());
    connection.reset();
    const std::lock_guard lock(shared.mutex);
    --shared.alive;
    shared.none_left.notify_all();
}

void take_in(Shared& shared, tcp::socket socket) {
    if (shared.connections.size() >= shared.settings.connections) {
        static constexpr std::string_view busy =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: "
            "close\r\n\r\n";
        boost::system::error_code ignored;
        socket.non_blocking(true, ignored);
        socket.write_some(net::buffer(busy.data(), busy.size()), ignored);
        return;
    }
    auto connection = std::make_shared<Connection>(shared, std::move(socket));
    shared.connections.insert(connection.get());
    {
        const std::lock_guard lock(shared.mutex);
        ++shared.alive;
    }
    net::co_spawn(shared.io, serve(shared, std::move(connection)), net::detached);
}

Task accept_all(Shared& shared, tcp::acceptor& acceptor) {
    while (acceptor.is_open()) {
        boost::system::error_code error;
        auto socket = co_await acceptor.async_accept(net::redirect_error(net::use_awaitable, error));
        if (!error) {
            take_in(shared, std::move(socket));
            continue;
        }
        if (error == net::error::operation_aborted) co_return;
        net::steady_timer pause(shared.io,
                                std::chrono::milliseconds(100)); // no descriptor free: wait for one
        co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
    }
}

class BeastServer : public Server {
  public:
    BeastServer(const ServerSettings& settings, Router& router)
        : shared_(settings, router), acceptor_(shared_.io) {}
    ~BeastServer() override { stop(std::chrono::milliseconds(0)); }

    Result<void> open() {
        boost::system::error_code error;
        const auto address = net::ip::make_address(shared_.settings.address, error);
        const tcp::endpoint endpoint(address, shared_.settings.port);
        if (!error) acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(tcp::acceptor::max_listen_connections, error);
        if (!error) return {};
        return Error{ErrorKind::unavailable,
                     "web.cannot_listen",
                     "The server cannot listen on {address}: {reason}. Is it running already, or is the "
                     "address wrong?",
                     {{"address", shared_.settings.address + ":" + std::to_string(shared_.settings.port)},
                      {"reason", error.message()}}};
    }
    void run() {
        remove_stale_uploads(shared_.settings.temporary);
        net::co_spawn(shared_.io, accept_all(shared_, acceptor_), net::detached);
        thread_ = std::thread([this] { shared_.io.run(); });
    }
    [[nodiscard]] std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }

    bool stop(std::chrono::milliseconds deadline) override {
        if (!thread_.joinable()) return true;
        net::post(shared_.io, [this] { close_all(); });
        std::unique_lock lock(shared_.mutex);
        const bool finished =
            shared_.none_left.wait_for(lock, deadline, [this] { return shared_.alive == 0; });
        lock.unlock();
        shared_.io.stop();
        thread_.join();
        shared_.workers.stop();
        shared_.workers.join();
        return finished;
    }

  private:
    void close_all() {
        shared_.stopping = true;
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        for (auto* connection : shared_.connections)
            connection->close_if_idle();
    }

    Shared shared_;
    tcp::acceptor acceptor_;
    std::thread thread_;
};

} // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings, Router& router) {
    auto complete = settings;
    if (complete.temporary.empty()) complete.temporary = std::filesystem::temp_directory_path();
    auto server = std::make_unique<BeastServer>(complete, router);
    TRY(server->open());
    server->run();
    return std::unique_ptr<Server>(std::move(server));
}

} // namespace maerkbar::web
