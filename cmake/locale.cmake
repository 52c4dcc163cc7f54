# maerkbar_locale(TARGET) merges locale/<area>/LANGUAGE.po of all areas, compiles one catalogue a language and puts
# them into the program as locale/LANGUAGE.mo. A mistake in a catalogue (a lost {placeholder} is found by the lint,
# a broken or doubled entry here) ends the build.
find_program(MSGCAT msgcat REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)
function(maerkbar_locale target)
    set(catalogues "")
    foreach(language IN ITEMS da nb nn)
        file(GLOB areas CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/locale/*/${language}.po)
        set(merged ${CMAKE_CURRENT_BINARY_DIR}/${language}.po)
        set(compiled ${CMAKE_CURRENT_BINARY_DIR}/${language}.mo)
        add_custom_command(
            OUTPUT ${compiled}
            COMMAND ${MSGCAT} --use-first -o ${merged} ${areas}
            COMMAND ${MSGFMT} --check-domain -o ${compiled} ${merged}
            DEPENDS ${areas}
            VERBATIM)
        list(APPEND catalogues ${compiled})
    endforeach()
    maerkbar_embed(${target} locale ROOT ${CMAKE_CURRENT_BINARY_DIR} FILES ${catalogues})
endfunction()
