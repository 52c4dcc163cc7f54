# -DMAERKBAR_SANITIZE=address,undefined builds everything with those sanitizers.
set(MAERKBAR_SANITIZE "" CACHE STRING "Sanitizers for the whole build, for example address,undefined")
if(MAERKBAR_SANITIZE)
    add_compile_options(-fsanitize=${MAERKBAR_SANITIZE} -fno-omit-frame-pointer -g1)
    add_link_options(-fsanitize=${MAERKBAR_SANITIZE})
endif()
