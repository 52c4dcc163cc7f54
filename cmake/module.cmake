# maerkbar_module(NAME [LINKS other modules …] [PACKAGES libraries …])
#
# Makes the static library maerkbar_NAME from every .cpp of this folder except the tests, and the test program
# NAME_test from its *_test.cpp files. LINKS is the rule of who may know whom: tools/lint/includes.py reads it and
# refuses an #include of a module that is not listed (directly or through another one).
function(maerkbar_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;PACKAGES")
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    set(tests ${sources})
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    add_library(maerkbar_${name} STATIC ${sources})
    list(TRANSFORM arg_LINKS PREPEND maerkbar_ OUTPUT_VARIABLE links)
    target_link_libraries(maerkbar_${name} PUBLIC ${links} ${arg_PACKAGES} maerkbar_options PRIVATE maerkbar_warnings)
    target_include_directories(maerkbar_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    maerkbar_unity(maerkbar_${name})
    if(tests AND MAERKBAR_TESTS)
        add_executable(${name}_test ${tests})
        target_link_libraries(${name}_test PRIVATE maerkbar_${name} maerkbar_test_main maerkbar_warnings)
        target_compile_options(${name}_test PRIVATE -O0) # they run briefly and are compiled often
        maerkbar_unity(${name}_test)
        add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    endif()
endfunction()
