# maerkbar_fuzz(NAME LINKS modules…): a fuzz target from fuzz/NAME_fuzz.cpp with its corpus in fuzz/corpus/NAME.
#
# With MAERKBAR_FUZZ (clang) it is a libFuzzer program; ./dev fuzz runs it. In an ordinary build the same file becomes
# the test fuzz_NAME: every file of the corpus, and some hundred fixed mutations of each.
function(maerkbar_fuzz name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
    list(TRANSFORM arg_LINKS PREPEND maerkbar_ OUTPUT_VARIABLE links)
    add_executable(${name}_fuzz ${CMAKE_CURRENT_SOURCE_DIR}/${name}_fuzz.cpp)
    target_link_libraries(${name}_fuzz PRIVATE ${links} maerkbar_options maerkbar_warnings)
    if(MAERKBAR_FUZZ)
        target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
    else()
        target_link_libraries(${name}_fuzz PRIVATE maerkbar_corpus_main)
        add_test(NAME fuzz_${name} COMMAND ${name}_fuzz ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
    endif()
endfunction()
