#include "web/body_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <system_error>

#include "web/multipart.hpp"
#include "web/random.hpp"

namespace maerkbar::web {

namespace {

constexpr std::string_view file_prefix = "upload-";
constexpr std::size_t most_parts = 10'000;

Error too_large(std::uint64_t limit) {
    return {ErrorKind::too_large,
            "web.body_too_large",
            "What was sent is larger than {limit} MB, which is the limit here.",
            {{"limit", std::to_string(std::max<std::uint64_t>(1, limit >> 20))}}};
}

Error no_room() {
    return {ErrorKind::unavailable, "web.no_room",
            "The file could not be stored, because the server's disk is full or cannot be written. Tell the "
            "person who "
            "runs the server."};
}

bool is_type(const Request& head, std::string_view type) {
    return equal_ignoring_case(head.headers.get("Content-Type").value_or("").substr(0, type.size()), type);
}

// A file of one upload that is being written.
class FileWriter {
  public:
    static Result<FileWriter> open(const std::filesystem::path& folder) {
        auto path = folder / (std::string(file_prefix) + random_hex(12));
        const int descriptor =
            ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        std::unique_ptr<std::FILE, Close> file(descriptor < 0 ? nullptr : ::fdopen(descriptor, "wb"));
        if (!file) return no_room();
        return FileWriter(std::move(file), std::make_shared<TemporaryFile>(std::move(path)));
    }
    Result<void> write(std::string_view piece) {
        if (std::fwrite(piece.data(), 1, piece.size(), file_.get()) != piece.size()) return no_room();
        size_ += piece.size();
        return {};
    }
    // The file as the handler gets it.
    Result<UploadedFile> close(PartHead head) {
        if (std::fclose(file_.release()) != 0) return no_room();
        return UploadedFile{std::move(head.name),
                            head.filename.value_or(""),
                            std::move(head.content_type),
                            owner_->path(),
                            size_,
                            owner_};
    }

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    FileWriter(std::unique_ptr<std::FILE, Close> file, std::shared_ptr<TemporaryFile> owner)
        : owner_(std::move(owner)), file_(std::move(file)) {}

    std::shared_ptr<TemporaryFile> owner_;
    std::unique_ptr<std::FILE, Close> file_;
    std::uint64_t size_ = 0;
};

// Counts; the others add what they do with a piece.
class LimitedReader : public BodyReader {
  public:
    explicit LimitedReader(std::uint64_t limit) : limit_(limit) {}
    Result<void> push(std::string_view piece) final {
        read_ += piece.size();
        if (read_ > limit_) return too_large(limit_);
        return take(piece);
    }

  protected:
    virtual Result<void> take(std::string_view piece) = 0;

  private:
    std::uint64_t limit_;
    std::uint64_t read_ = 0;
};

class MemoryReader : public LimitedReader {
  public:
    using LimitedReader::LimitedReader;
    Result<void> take(std::string_view piece) override {
        body_ += piece;
        return {};
    }
    Result<void> finish(Request& request) override {
        request.body = std::move(body_);
        return {};
    }

  private:
    std::string body_;
};

class FileReader : public LimitedReader {
  public:
    FileReader(std::uint64_t limit, FileWriter writer, std::string content_type)
        : LimitedReader(limit), writer_(std::move(writer)), content_type_(std::move(content_type)) {}
    Result<void> take(std::string_view piece) override { return writer_.write(piece); }
    Result<void> finish(Request& request) override {
        request.files.push_back(TRY(writer_.close({{}, {}, std::move(content_type_)})));
        return {};
    }

  private:
    FileWriter writer_;
    std::string content_type_;
};

// Fields in memory (as much as an ordinary form may have), files on disk where the route takes files.
class MultipartReader : public LimitedReader, private PartSink {
  public:
    MultipartReader(const Router::Admission& admission, std::uint64_t field_bytes, std::string_view boundary,
                    std::filesystem::path folder)
        : LimitedReader(admission.body_bytes),
          files_allowed_(admission.to_files),
          field_bytes_(field_bytes),
          folder_(std::move(folder)),
          parser_(boundary, *this) {}

    Result<void> take(std::string_view piece) override { return parser_.push(piece); }
    Result<void> finish(Request& request) override {
        TRY(parser_.finish());
        request.form = std::move(fields_);
        request.files = std::move(files_);
        return {};
    }

  private:
    Result<void> begin(PartHead head) override {
        if (++parts_ > most_parts) return too_large(field_bytes_);
        head_ = std::move(head);
        value_.clear();
        if (!head_.filename) return {};
        if (!files_allowed_)
            return Error{ErrorKind::invalid, "web.no_files_here", "This form does not take files."};
        writer_ = TRY(FileWriter::open(folder_));
        return {};
    }
    Result<void> data(std::string_view piece) override {
        if (writer_) return writer_->write(piece);
        field_bytes_read_ += piece.size();
        if (field_bytes_read_ > field_bytes_) return too_large(field_bytes_);
        value_ += piece;
        return {};
    }
    Result<void> end() override {
        if (!writer_) {
            fields_.add(std::move(head_.name), std::move(value_));
            return {};
        }
        files_.push_back(TRY(writer_->close(std::move(head_))));
        writer_.reset();
        return {};
    }

    bool files_allowed_;
    std::uint64_t field_bytes_;
    std::uint64_t field_bytes_read_ = 0;
    std::size_t parts_ = 0;
    std::filesystem::path folder_;
    MultipartParser parser_;
    PartHead head_;
    std::string value_;
    std::optional<FileWriter> writer_;
    Fields fields_;
    std::vector<UploadedFile> files_;
};

} // namespace

Result<std::unique_ptr<BodyReader>> BodyReader::for_request(const Request& head,
                                                            const Router::Admission& admission,
                                                            const RouterSettings& settings,
                                                            const std::filesystem::path& folder) {
    const auto content_type = std::string(head.headers.get("Content-Type").value_or(""));
    const auto limit = admission.body_bytes;
    if (is_type(head, "multipart/")) {
        const auto boundary = multipart_boundary(content_type);
        if (!boundary)
            return Error{ErrorKind::invalid, "web.no_boundary",
                         "The form's kind of content is damaged. Send it again."};
        return std::unique_ptr<BodyReader>(
            std::make_unique<MultipartReader>(admission, settings.form_bytes, *boundary, folder));
    }
    const bool in_memory =
        is_type(head, "application/json") || is_type(head, "application/x-www-form-urlencoded");
    if (in_memory && admission.to_files)
        return std::unique_ptr<BodyReader>(std::make_unique<MemoryReader>(settings.document_bytes));
    if (in_memory || !admission.to_files)
        return std::unique_ptr<BodyReader>(std::make_unique<MemoryReader>(limit));
    auto writer = TRY(FileWriter::open(folder));
    return std::unique_ptr<BodyReader>(std::make_unique<FileReader>(limit, std::move(writer), content_type));
}

void remove_stale_uploads(const std::filesystem::path& folder) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().filename().string().starts_with(file_prefix))
            std::filesystem::remove(entry.path(), error);
}

} // namespace maerkbar::web
