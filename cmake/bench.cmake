# maerkbar_bench(NAME LINKS modules…): a benchmark program from bench/NAME_bench.cpp; ./dev bench NAME runs it.
function(maerkbar_bench name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
    list(TRANSFORM arg_LINKS PREPEND maerkbar_ OUTPUT_VARIABLE links)
    find_package(benchmark REQUIRED)
    add_executable(${name}_bench ${CMAKE_CURRENT_SOURCE_DIR}/${name}_bench.cpp)
    target_link_libraries(${name}_bench PRIVATE ${links} benchmark::benchmark maerkbar_options maerkbar_warnings)
endfunction()
