#include "sources/surveys/taking_out/file_maker.hpp"

#include <algorithm>
#include <exception>

#include "base/translatable.hpp"
#include "sources/surveys/secrets.hpp"

namespace maerkbar::surveys {

FileMaker::~FileMaker() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

Result<std::string> FileMaker::order(const Owner& owner, Work work) {
    const std::lock_guard lock(mutex_);
    if (waiting_ >= most_waiting)
        return Error{ErrorKind::unavailable, "survey.files_wait",
                     translatable("Many files are being made just now. Try again in a few minutes.")};
    orders_.push_back(std::make_shared<Order>(Order{new_submission_id(), owner, std::move(work)}));
    ++waiting_;
    if (orders_.size() > kept && orders_.front()->made) orders_.pop_front();
    if (!thread_.joinable()) thread_ = std::thread([this] { serve(); });
    changed_.notify_all();
    return orders_.back()->id;
}

std::optional<FileMaker::Made> FileMaker::find(const Owner& owner, const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(
        orders_, [&](const auto& order) { return order->id == id && order->owner == owner; });
    return found == orders_.end() ? std::nullopt : std::optional((*found)->made);
}

void FileMaker::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_ == 0; });
}

void FileMaker::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return stopping_ || waiting_ > 0; });
        if (stopping_) return;
        const auto order = *std::ranges::find_if(orders_, [](const auto& one) { return !one->made; });
        lock.unlock();
        auto made = [&]() -> Result<AnswerFile> {
            try {
                return order->work();
            } catch (const std::exception&) {
                return Error{ErrorKind::internal, "survey.file_failed",
                             translatable("The file could not be made. Try again.")};
            }
        }();
        lock.lock();
        order->work = {};
        order->made = std::make_shared<const Result<AnswerFile>>(std::move(made));
        --waiting_;
        changed_.notify_all();
    }
}

} // namespace maerkbar::surveys
