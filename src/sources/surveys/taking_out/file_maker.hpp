#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/result.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::surveys {

// How many go out, and how many are held back.
struct OutCounts {
    std::size_t answers = 0;
    std::size_t waiting = 0;
    std::size_t comments = 0;
    std::size_t comments_withheld = 0;
    std::int64_t fewest = 0; // rows that go out together
};

struct AnswerFile {
    std::string name;
    std::string media_type;
    std::string bytes;
    OutCounts counts = {};
};

// Makes files of many answers one after another in a thread of its own: nobody waits for a page meanwhile,
// and only one table of answers is in memory. The latest files are kept there too, for whoever ordered them;
// after a restart they are ordered again. Threads may share it.
class FileMaker {
  public:
    using Work = std::function<Result<AnswerFile>()>;
    struct Owner {
        TenantId tenant;
        PersonId person;
        std::int64_t survey = 0;
        bool operator==(const Owner&) const = default;
    };
    // Empty while the file is being made.
    using Made = std::shared_ptr<const Result<AnswerFile>>;

    FileMaker() = default;
    FileMaker(const FileMaker&) = delete;
    FileMaker& operator=(const FileMaker&) = delete;
    // Ends after the file that is being made.
    ~FileMaker();

    // What the file is found by. Error: survey.files_wait (unavailable) where many others wait already.
    Result<std::string> order(const Owner& owner, Work work);
    // No value where this owner has ordered no such file, or it is gone.
    std::optional<Made> find(const Owner& owner, const std::string& id);
    // Waits until every file is made; for tests.
    void wait();

  private:
    struct Order {
        std::string id;
        Owner owner;
        Work work;
        Made made = nullptr;
    };
    static constexpr std::size_t kept = 8;
    static constexpr std::size_t most_waiting = 8;

    void serve();

    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::size_t waiting_ = 0;
    std::deque<std::shared_ptr<Order>> orders_; // the oldest first
    std::thread thread_;                        // begun with the first order
};

} // namespace maerkbar::surveys
