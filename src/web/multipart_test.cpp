#include "web/multipart.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "web/body_reader.hpp"
#include "web/random.hpp"

namespace maerkbar::web {
namespace {

// Writes down what it is told: name[filename|type]=content;
struct Notes : PartSink {
    std::string text;
    Result<void> begin(PartHead head) override {
        text += head.name;
        if (head.filename) text += "[" + *head.filename + "|" + head.content_type + "]";
        text += "=";
        return {};
    }
    Result<void> data(std::string_view piece) override {
        text += piece;
        return {};
    }
    Result<void> end() override {
        text += ";";
        return {};
    }
};

// The notes of a body that comes in pieces of this size; "broken" after an error.
std::string notes_of(std::string_view body, std::size_t piece) {
    Notes notes;
    MultipartParser parser("XX", notes);
    for (std::size_t at = 0; at < body.size(); at += piece)
        if (!parser.push(body.substr(at, piece)).ok()) return "broken";
    return parser.finish().ok() ? notes.text : "broken";
}

constexpr std::string_view two_fields_and_a_file =
    "preamble\r\n--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n--XX  \r\n"
    "content-disposition: form-data; filename=\"C:\\x\\m%22n.csv\"; name=f\r\nContent-Type: text/csv\r\n\r\n"
    "\r\n--X\r\n--XY\r\n\r\n--XX\r\nContent-Disposition: form-data; name=\"e\"\r\n\r\n\r\n--XX--\r\nepilogue";

TEST_CASE("the same is found whatever the size of the pieces") {
    for (std::size_t piece = 1; piece < two_fields_and_a_file.size() + 1; ++piece)
        CHECK(notes_of(two_fields_and_a_file, piece) ==
              "a=1\r\n2;f[m\"n.csv|text/csv]=\r\n--X\r\n--XY\r\n;e=;");
}

TEST_CASE("what is cut off or damaged is refused") {
    for (std::size_t length = 0; length < two_fields_and_a_file.find("--XX--") + 6; ++length)
        CHECK(notes_of(two_fields_and_a_file.substr(0, length), 7) == "broken");
    for (const auto* body :
         {"--XX\r\n\r\nx\r\n--XX--", "--XX\r\nContent-Disposition: attachment; name=a\r\n\r\n\r\n--XX--",
          "--XX\r\nContent-Disposition: form-data\r\n\r\n\r\n--XX--", "--XXjunk\r\n\r\n",
          "--XX\r\nno colon\r\n\r\nx\r\n--XX--",
          "--XX\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\nx\r\n--XX--"})
        CHECK(notes_of(body, 100) == "broken");
    const auto endless = "--XX\r\nContent-Disposition: form-data; name=\"" + std::string(9000, 'a');
    CHECK(notes_of(endless, 100) == "broken");
}

TEST_CASE("boundaries are found in the content type") {
    CHECK(multipart_boundary("multipart/form-data; boundary=abc") == "abc");
    CHECK(multipart_boundary("Multipart/Form-Data; charset=x; boundary=\"a b\"") == "a b");
    CHECK_FALSE(multipart_boundary("multipart/form-data").has_value());
    CHECK_FALSE(multipart_boundary("multipart/form-data; boundary=").has_value());
    CHECK_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')).has_value());
    CHECK_FALSE(multipart_boundary("multipart/mixed; boundary=a").has_value());
}

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("web_test-" + random_hex(6));
    Folder() { std::filesystem::create_directory(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    [[nodiscard]] long files() const {
        return std::distance(std::filesystem::directory_iterator(path),
                             std::filesystem::directory_iterator());
    }
};

Result<Request> read(const Folder& folder, std::string_view type, std::string_view body,
                     const Router::Admission& admission) {
    Request request;
    request.headers.set("Content-Type", std::string(type));
    RouterSettings settings;
    settings.form_bytes = 100;
    settings.document_bytes = 200;
    auto reader = TRY(BodyReader::for_request(request, admission, settings, folder.path));
    TRY(reader->push(body));
    TRY(reader->finish(request));
    return request;
}

TEST_CASE("an uploaded file lies on disk as long as its request") {
    const Folder folder;
    {
        const auto request =
            read(folder, "multipart/form-data; boundary=XX", two_fields_and_a_file, {1000, true});
        REQUIRE(request.ok());
        CHECK(request->form == Fields{{"a", "1\r\n2"}, {"e", ""}});
        const auto* file = request->file("f");
        REQUIRE(file != nullptr);
        CHECK(file->filename == "m\"n.csv");
        CHECK(file->size == 13);
        std::ifstream stream(file->path, std::ios::binary);
        CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == "\r\n--X\r\n--XY\r\n");
        CHECK(request->file("a") == nullptr);
    }
    CHECK(folder.files() == 0);
}

TEST_CASE("other content of an upload route is one file without a name") {
    const Folder folder;
    const auto request = read(folder, "text/csv", "a;b\n", {1000, true});
    REQUIRE(request.ok());
    REQUIRE(request->files.size() == 1);
    CHECK(request->files[0].size == 4);
    CHECK(request->files[0].content_type == "text/csv");
    CHECK(read(folder, "application/json", "{}", {1000, true})->body == "{}");
    CHECK(read(folder, "text/csv", "a;b\n", {1000, false})->body == "a;b\n");
}

TEST_CASE("every limit of a body holds, and nothing is left on the disk") {
    const Folder folder;
    const std::string form_head = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
    const auto kind = [&](std::string_view type, std::string_view body, const Router::Admission& admission) {
        const auto result = read(folder, type, body, admission);
        return result.ok() ? "ok" : result.error().code;
    };
    const std::string multipart = "multipart/form-data; boundary=XX";
    CHECK(kind("text/csv", std::string(101, 'x'), {100, true}) == "web.body_too_large");
    CHECK(kind("text/csv", std::string(100, 'x'), {100, true}) == "ok");
    CHECK(kind("application/json", std::string(201, 'x'), {1000, true}) == "web.body_too_large");
    CHECK(kind(multipart, form_head + std::string(101, 'x') + "\r\n--XX--", {1000, true}) ==
          "web.body_too_large");
    CHECK(kind(multipart, form_head + std::string(100, 'x') + "\r\n--XX--", {1000, true}) == "ok");
    CHECK(kind(multipart, two_fields_and_a_file, {1000, false}) == "web.no_files_here");
    CHECK(kind("multipart/form-data", "", {1000, false}) == "web.no_boundary");
    CHECK(kind(multipart, two_fields_and_a_file.substr(0, 200), {1000, true}) == "web.broken_multipart");
    CHECK(folder.files() == 0);
    std::ofstream(folder.path / "upload-old");
    std::ofstream(folder.path / "other");
    remove_stale_uploads(folder.path);
    CHECK(folder.files() == 1);
    Request head;
    head.headers.set("Content-Type", "text/csv");
    CHECK(BodyReader::for_request(head, {10, true}, {}, folder.path / "absent").error().code ==
          "web.no_room");
}

// Lets this process write no file longer than so many bytes, as a full disk would.
struct FullDisk {
    rlimit before{};
    explicit FullDisk(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before); }
};

TEST_CASE("a full disk is told, and the half file goes") {
    const Folder folder;
    const FullDisk full(1000);
    const auto result = read(folder, "text/csv", std::string(100'000, 'x'), {1u << 20, true});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == "web.no_room");
    CHECK(folder.files() == 0);
}

} // namespace
} // namespace maerkbar::web
