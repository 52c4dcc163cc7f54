#include "app/command_line.hpp"

int main(int argc, char** argv) {
    return maerkbar::app::run_command_line(argc, argv, maerkbar::app::commands());
}
