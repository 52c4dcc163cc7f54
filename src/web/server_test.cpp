#include "web/server.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "web/asset.hpp"
#include "web/random.hpp"
#include "web/testing.hpp"

namespace maerkbar::web {
namespace {

using namespace testing;
using namespace std::chrono_literals;

// A client that sends exactly the bytes it is told.
class Client {
  public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        const timeval patience{5, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    bool send(std::string_view text) {
        return ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }
    // Everything until the server closes, or until `until` has come.
    std::string read(std::string_view until = {}) {
        std::string text;
        char piece[65536];
        while (until.empty() || text.find(until) == std::string::npos) {
            const auto count = ::recv(socket_, piece, sizeof piece, 0);
            if (count <= 0) break;
            text.append(piece, static_cast<std::size_t>(count));
        }
        return text;
    }
    std::string ask(std::string_view text) {
        send(text);
        return read();
    }

  private:
    int socket_;
    bool connected_ = false;
};

std::atomic<bool> in_handler = false;

auto say(std::string text) {
    return [text](Context&) -> Result<Response> { return Response::text(text); };
}

Result<Response> say_who(Context& context) {
    return Response::text(context.request.remote_address + (context.request.https ? " https" : " http"));
}

Result<Response> take_time(Context&) {
    in_handler = true;
    std::this_thread::sleep_for(300ms);
    return Response::text("done");
}

Result<Response> show_asset(Context& context) {
    return asset(context.request, std::string(2000, 'a'), "text/css", "d1");
}

Result<Response> send_file(Context&) {
    return Response::download_file("words", "text/plain", "src/web/README.md");
}

Result<Response> smuggle(Context&) {
    auto response = Response::text("s");
    response.headers.set("X-A", "b\r\nX-B: c");
    return response;
}

Result<Response> echo(Context& context) {
    return Response::text(context.request.form.text("a") + context.request.body);
}

Result<Response> take_upload(Context& context) {
    std::string said = context.request.form.text("note");
    for (const auto& file : context.request.files)
        said += file.filename + ":" + std::to_string(file.size) + ":" +
                std::to_string(std::filesystem::file_size(file.path));
    return Response::text(said);
}

std::vector<Route> routes() {
    return {
        {Method::get, "/", Access::anonymous, {}, Csrf::none, say("hello")},
        {Method::get, "/long", Access::anonymous, {}, Csrf::none, say(std::string(20'000, 'x'))},
        {Method::get, "/who", Access::anonymous, {}, Csrf::none, say_who},
        {Method::get, "/slow", Access::anonymous, {}, Csrf::none, take_time},
        {Method::get, "/asset", Access::anonymous, {}, Csrf::none, show_asset},
        {Method::get, "/file", Access::anonymous, {}, Csrf::none, send_file},
        {Method::get, "/smuggle", Access::anonymous, {}, Csrf::none, smuggle},
        {Method::post, "/echo", Access::open, {}, Csrf::required, echo},
        {Method::post, "/upload", Access::open, {}, Csrf::required, take_upload, BodyLimit::upload},
    };
}

struct Site {
    FakeAuthenticator authenticator;
    Languages languages;
    PlainErrorPage page;
    Router router;
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("web_server-" + random_hex(6));
    std::unique_ptr<Server> server;

    explicit Site(ServerSettings settings = {}) : router(routes(), authenticator, languages, page, {}) {
        authenticator.sign_in();
        authenticator.identity->token_client = true; // no form tokens here: the router's tests have them
        std::filesystem::create_directory(folder);
        settings.port = 0;
        settings.temporary = folder;
        auto started = Server::start(settings, router);
        REQUIRE(started.ok());
        server = std::move(*started);
    }
    ~Site() {
        server.reset();
        std::filesystem::remove_all(folder);
    }
    [[nodiscard]] std::string ask(std::string_view text) const { return Client(server->port()).ask(text); }
    [[nodiscard]] bool folder_is_empty() const { return std::filesystem::is_empty(folder); }
};

std::string status_of_answer(std::string_view answer) {
    return answer.starts_with("HTTP/1.1 ") ? std::string(answer.substr(9, 3)) : std::string(answer);
}

std::string post_of(std::string_view path, std::string_view type, std::string_view body,
                    std::string_view more = "Connection: close\r\n") {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more) + "\r\n" +
           std::string(body);
}

constexpr std::string_view form = "application/x-www-form-urlencoded";
constexpr std::string_view close_after = "Host: x\r\nConnection: close\r\n\r\n";

std::string get_of(std::string_view path, std::string_view more = "") {
    return "GET " + std::string(path) + " HTTP/1.1\r\n" + std::string(more) + std::string(close_after);
}

TEST_CASE("a request is answered, with date and length") {
    const Site site;
    const auto answer = site.ask(get_of("/"));
    CHECK(answer.starts_with("HTTP/1.1 200 OK\r\nDate: "));
    CHECK(answer.find("\r\nContent-Length: 5\r\n") != std::string::npos);
    CHECK(answer.ends_with("\r\n\r\nhello"));
    CHECK(status_of_answer(site.ask("GET http://x/ HTTP/1.1\r\n" + std::string(close_after))) == "200");
    CHECK(status_of_answer(site.ask("GET / HTTP/1.0\r\n\r\n")) == "200");
    const auto head = site.ask("HEAD / HTTP/1.1\r\n" + std::string(close_after));
    CHECK(head.find("Content-Length: 5\r\n") != std::string::npos);
    CHECK(head.ends_with("\r\n\r\n"));
}

TEST_CASE("connections are kept, and requests sent at once are answered in order") {
    const Site site;
    Client client(site.server->port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.read("hello").ends_with("hello"));
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /who HTTP/1.1\r\nHost: x\r\n\r\n" +
                post_of("/echo", form, "a=1", "") + get_of("/nowhere"));
    const auto answers = client.read();
    const auto first = answers.find("hello");
    const auto second = answers.find("127.0.0.1 http");
    const auto third = answers.find("\r\n\r\n1a=1");
    const auto fourth = answers.find("HTTP/1.1 404");
    CHECK(first < second);
    CHECK(second < third);
    CHECK(third < fourth);
    CHECK(fourth != std::string::npos);
}

TEST_CASE("heads that are wrong or could smuggle a request are refused") {
    const Site site;
    const auto status = [&](std::string_view head) { return status_of_answer(site.ask(head)); };
    CHECK(status("GET / HTTP/1.1\r\nConnection: close\r\n\r\n") == "400");  // no Host
    CHECK(status("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == "400"); // two
    CHECK(status("GET * HTTP/1.1\r\n" + std::string(close_after)) == "400");
    CHECK(status("nonsense\r\n\r\n") == "400");
    CHECK(status("BREW / HTTP/1.1\r\n" + std::string(close_after)) == "405");
    CHECK(status("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: "
                 "chunked\r\n\r\n0\r\n\r\n") == "400");
    CHECK(status("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\na=1") ==
          "400");
    CHECK(status("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -3\r\n\r\na=1") == "400");
    CHECK(status("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n") ==
          "400");
    CHECK(status("GET / HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n") == "400");
    CHECK(status("GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20'000, 'a') + "\r\n\r\n") == "431");
    CHECK(status("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n") == "431");
    std::string many = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 101; ++i)
        many += "A: b\r\n";
    CHECK(status(many + std::string(close_after)) == "431");
}

TEST_CASE("bodies come by length or in chunks, and never longer than the route allows") {
    const Site site;
    const std::string chunked =
        "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: " +
        std::string(form) + "\r\n\r\n";
    CHECK(site.ask(post_of("/echo", form, "a=%C3%A6")).ends_with("\r\n\r\næa=%C3%A6"));
    CHECK(site.ask(chunked + "2\r\na=\r\n3\r\nabc\r\n0\r\n\r\n").ends_with("\r\n\r\nabca=abc"));
    CHECK(status_of_answer(site.ask(chunked + "zz\r\n")) == ""); // nobody can be sure where it ends
    const std::string large(1'100'000, 'a');
    CHECK(status_of_answer(site.ask(post_of("/echo", form, large))) == "413");
    CHECK(status_of_answer(site.ask(chunked + "10C8E0\r\n" + large + "\r\n0\r\n\r\n")) == "413");
    CHECK(status_of_answer(site.ask(post_of("/echo", "application/xml", "<a/>"))) == "415");
}

TEST_CASE("Expect is answered with Continue, or at once when the body would be too large") {
    const Site site;
    Client good(site.server->port());
    good.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n"
        "Content-Type: " +
        std::string(form) + "\r\n\r\n");
    CHECK(good.read("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(good.ask("a=7").ends_with("\r\n\r\n7a=7"));
    Client bad(site.server->port());
    CHECK(status_of_answer(bad.ask("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                                   "Content-Length: 99999999\r\n\r\n")) == "413");
}

std::string resident_kilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return line.substr(6);
    return "0";
}

TEST_CASE("a large upload goes to the disk, not into memory, and is removed afterwards") {
    const Site site;
    const std::string head =
        "--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhi \r\n--XX\r\n"
        "Content-Disposition: form-data; name=\"f\"; filename=\"big.csv\"\r\n\r\n";
    const std::string tail = "\r\n--XX--\r\n";
    const std::size_t size = 40u << 20;
    Client client(site.server->port());
    client.send(
        "POST /upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; "
        "boundary=XX\r\nContent-Length: " +
        std::to_string(head.size() + size + tail.size()) + "\r\n\r\n" + head);
    const std::string piece(1u << 20, 'c');
    const auto before = std::stol(resident_kilobytes());
    for (std::size_t sent = 0; sent < size; sent += piece.size())
        REQUIRE(client.send(piece));
    const auto after = std::stol(resident_kilobytes());
    client.send(tail);
    CHECK(client.read().ends_with("\r\n\r\nhi big.csv:41943040:41943040"));
#if !defined(__SANITIZE_ADDRESS__)
    CHECK(after - before < 8 * 1024);
#else
    CHECK(after >= before);
#endif
    for (int i = 0; i < 100 && !site.folder_is_empty(); ++i)
        std::this_thread::sleep_for(10ms);
    CHECK(site.folder_is_empty());
}

TEST_CASE("an upload that breaks off leaves nothing, and one without sign-in is not read") {
    Site site;
    {
        Client client(site.server->port());
        client.send(
            "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n" +
            std::string(100'000, 'a'));
    }
    for (int i = 0; i < 100 && !site.folder_is_empty(); ++i)
        std::this_thread::sleep_for(10ms);
    CHECK(site.folder_is_empty());
    const std::string damaged = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
    CHECK(status_of_answer(site.ask(post_of("/upload", "multipart/form-data; boundary=XX", damaged))) ==
          "422");
}

TEST_CASE("slow clients are cut off: in the head, in the body, and before the first byte") {
    ServerSettings settings;
    settings.head_deadline = 300ms;
    settings.chunk_deadline = 300ms;
    settings.idle_deadline = 900ms;
    const Site site(settings);
    const auto time_to_close = [&](std::string_view first, std::string_view drip) {
        Client client(site.server->port());
        const auto started = std::chrono::steady_clock::now();
        client.send(first);
        for (int i = 0; i < 60 && client.send(drip); ++i)
            std::this_thread::sleep_for(50ms);
        client.read();
        return std::chrono::steady_clock::now() - started;
    };
    CHECK(time_to_close("GET / HTTP/1.1\r\nHost: x\r\nA: ", "a") < 800ms);
    CHECK(time_to_close(post_of("/echo", form, std::string(50, ' ')).substr(0, 100), "a") < 1000ms);
    Client silent(site.server->port());
    const auto started = std::chrono::steady_clock::now();
    CHECK(silent.read().empty());
    CHECK(std::chrono::steady_clock::now() - started < 800ms);
}

TEST_CASE("more connections than allowed are told to come back") {
    ServerSettings settings;
    settings.connections = 2;
    const Site site(settings);
    Client first(site.server->port());
    Client second(site.server->port());
    first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    second.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(first.read("hello").ends_with("hello"));
    CHECK(second.read("hello").ends_with("hello"));
    CHECK(status_of_answer(Client(site.server->port()).read()) == "503");
}

TEST_CASE("on stop, requests in flight are finished and idle connections closed") {
    const Site site;
    Client idle(site.server->port());
    idle.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.read("hello");
    Client busy(site.server->port());
    in_handler = false;
    busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    while (!in_handler)
        std::this_thread::sleep_for(1ms);
    const auto port = site.server->port();
    const auto started = std::chrono::steady_clock::now();
    CHECK(site.server->stop(5s));
    CHECK(std::chrono::steady_clock::now() - started < 2s);
    const auto answer = busy.read();
    CHECK(status_of_answer(answer) == "200");
    CHECK(answer.find("Connection: close\r\n") != std::string::npos);
    CHECK(answer.ends_with("done"));
    CHECK(idle.read().empty());
    CHECK_FALSE(Client(port).connected());
}

TEST_CASE("a request that takes too long does not keep the server from stopping") {
    const Site site;
    Client busy(site.server->port());
    in_handler = false;
    busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    while (!in_handler)
        std::this_thread::sleep_for(1ms);
    CHECK_FALSE(site.server->stop(10ms));
}

TEST_CASE("long texts are packed where the client takes it") {
    const Site site;
    const auto plain = site.ask(get_of("/long"));
    CHECK(plain.find("Content-Encoding") == std::string::npos);
    CHECK(plain.find("Vary: Accept-Language, Cookie, Accept-Encoding\r\n") != std::string::npos);
    const auto packed = site.ask(get_of("/long", "Accept-Encoding: br, gzip;q=0.5\r\n"));
    CHECK(packed.find("Content-Encoding: gzip\r\n") != std::string::npos);
    CHECK(packed.size() < 1500);
    CHECK(site.ask(get_of("/long", "Accept-Encoding: gzip;q=0\r\n")).size() > 20'000);
    CHECK(site.ask(get_of("/", "Accept-Encoding: gzip\r\n")).find("Content-Encoding") == std::string::npos);
}

TEST_CASE("assets are kept by their digest") {
    const Site site;
    CHECK(site.ask(get_of("/asset?v=d1")).find("Cache-Control: public, max-age=31536000, immutable") !=
          std::string::npos);
    CHECK(site.ask(get_of("/asset?v=d0")).find("Cache-Control: no-cache") != std::string::npos);
    const auto same = site.ask(get_of("/asset?v=d1", "If-None-Match: W/\"d1\"\r\n"));
    CHECK(status_of_answer(same) == "304");
    CHECK(same.ends_with("\r\n\r\n"));
    CHECK(same.find("Content-Length") == std::string::npos);
}

TEST_CASE("files are sent from the disk") {
    const Site site;
    const auto answer = site.ask(get_of("/file"));
    CHECK(answer.find("\r\n\r\n# web\n") != std::string::npos);
    CHECK(site.ask("HEAD /file HTTP/1.1\r\n" + std::string(close_after)).ends_with("\r\n\r\n"));
}

TEST_CASE("a header that would end its line is left out") {
    const Site site;
    const auto answer = site.ask(get_of("/smuggle"));
    CHECK(status_of_answer(answer) == "200");
    CHECK(answer.find("X-B") == std::string::npos);
}

TEST_CASE("forwarded headers count only from a trusted proxy") {
    const std::string forwarded =
        "X-Forwarded-For: 10.0.0.9, 192.0.2.7, 10.0.0.1\r\nX-Forwarded-Proto: https\r\n";
    {
        const Site site;
        CHECK(site.ask(get_of("/who", forwarded)).ends_with("127.0.0.1 http"));
    }
    ServerSettings settings;
    settings.trusted_proxies = {"127.0.0.1", "10.0.0.0/29"};
    const Site site(settings);
    CHECK(site.ask(get_of("/who", forwarded)).ends_with("192.0.2.7 https"));
    CHECK(site.ask(get_of("/who")).ends_with("127.0.0.1 http"));
}

TEST_CASE("many clients at once are all answered") {
    const Site site;
    std::atomic<int> answered = 0;
    const auto work = [&] {
        for (int i = 0; i < 50; ++i) {
            Client client(site.server->port());
            if (client.ask(get_of("/")).ends_with("hello")) ++answered;
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(work);
    for (auto& thread : threads)
        thread.join();
    CHECK(answered == 200);
}

TEST_CASE("a port that is taken is told") {
    const Site site;
    ServerSettings settings;
    settings.port = site.server->port();
    const auto second = Server::start(settings, const_cast<Router&>(site.router));
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().code == "web.cannot_listen");
    settings.address = "not an address";
    CHECK_FALSE(Server::start(settings, const_cast<Router&>(site.router)).ok());
}

} // namespace
} // namespace maerkbar::web
