# Warnings are errors for our own code; the few exceptions stand beside the target that needs them.
add_library(maerkbar_warnings INTERFACE)
target_compile_options(maerkbar_warnings INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Werror)
