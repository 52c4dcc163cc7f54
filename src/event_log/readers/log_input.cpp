#include "event_log/readers/log_input.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::size_t largest = std::size_t{4} << 30;
constexpr std::size_t block = std::size_t{1} << 20;

Error unpacks_too_large() {
    return {ErrorKind::too_large, "event_log.gzip_too_large",
            "The packed file holds more than 4 GiB. Unpack it first."};
}

} // namespace

Result<LogInput> LogInput::opened(tables::ByteInput bytes) {
    LogInput input(std::move(bytes));
    if (is_packed(TRY(input.file_.front(4)))) input.unpacker_.emplace(input.file_.from(0));
    return input;
}

LogInput LogInput::again() const {
    LogInput input(file_.from(0));
    if (unpacker_) input.unpacker_.emplace(file_.from(0));
    return input;
}

Result<std::size_t> LogInput::read(char* to, std::size_t capacity) {
    const auto got = TRY(unpacker_ ? unpacker_->read(to, capacity) : file_.read(to, capacity));
    taken_ += got;
    return got;
}

Result<std::string> LogInput::front(std::size_t count) const {
    if (!unpacker_) return file_.front(count);
    std::string out(count, '\0');
    out.resize(TRY(again().read(out.data(), count)));
    return out;
}

Result<std::string> LogInput::whole() const {
    if (!unpacker_) return file_.front(static_cast<std::size_t>(file_.size()));
    auto input = again();
    std::string out;
    for (;;) {
        const auto old = out.size();
        if (old > largest) return unpacks_too_large();
        out.resize(old + block);
        const auto got = TRY(input.read(out.data() + old, block));
        out.resize(old + got);
        if (got < block) return out;
    }
}

} // namespace maerkbar::event_log
