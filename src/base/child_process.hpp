#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

// Programs of the system that do a piece of work for us: without a shell, with nothing of our environment,
// and for no longer than they are given.
namespace maerkbar {

// An open file of the operating system, closed with this object.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int number() const { return number_; } // below zero: none
    void close();

  private:
    int number_;
};

// Starts the program arguments[0] on these open files; what it writes about its mistakes is dropped. 0 where
// it could not be started.
[[nodiscard]] pid_t start_program(std::vector<std::string> arguments, const Descriptor& input,
                                  const Descriptor& output);

// Whether it ends well by itself within this time; otherwise it is stopped.
[[nodiscard]] bool ends_well(pid_t process, std::chrono::milliseconds time);

} // namespace maerkbar
