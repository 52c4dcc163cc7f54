# Warnings are errors for our own code; the few exceptions stand beside the target that needs them.
add_library(maerkbar_warnings INTERFACE)
target_compile_options(maerkbar_warnings INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Werror)
# GCC 12 takes the empty branch of Result's variant for a pointer when it inlines deeply.
target_compile_options(maerkbar_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-free-nonheap-object>)
# Clang takes the value of a TRY that is a statement of its own for an ignored result; GCC tells the two apart.
target_compile_options(maerkbar_warnings INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-unused-result>)
# Compiled together, a file's own names are seen by its neighbours, every source counts as a header, and GCC 12 inlines
# so deeply that it takes string assignments for overlapping and variants for unset (its bugs 105651 and 105562).
if(MAERKBAR_UNITY)
    target_compile_options(maerkbar_warnings INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
        $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
