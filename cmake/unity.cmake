# With MAERKBAR_UNITY the sources of a target are compiled some at a time, which makes a build from nothing four times as
# fast: most of a source's time goes into headers and templates that its neighbours need too. Off, one edited file is
# one quick compilation.
option(MAERKBAR_UNITY "Compile several sources at a time" OFF)
set(MAERKBAR_UNITY_SIZE 12 CACHE STRING "Most sources compiled together")
if(MAERKBAR_UNITY)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
function(maerkbar_unity target)
    if(NOT MAERKBAR_UNITY)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    execute_process(
        COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/unity_groups.py ${MAERKBAR_UNITY_SIZE} ${sources}
        OUTPUT_VARIABLE groups OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "\n" ";" groups "${groups}")
    foreach(source group IN ZIP_LISTS sources groups)
        if(NOT group STREQUAL "-")
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP group${group})
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
