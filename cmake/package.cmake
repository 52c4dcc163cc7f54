# What is installed, and the Debian package made from it: cd build && cpack -G DEB
install(TARGETS maerkbar RUNTIME DESTINATION bin)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/maerkbar.service DESTINATION lib/systemd/system)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION share/doc/maerkbar)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSES/MPL-2.0.txt DESTINATION share/doc/maerkbar RENAME copyright)

set(CPACK_PACKAGE_NAME maerkbar)
set(CPACK_PACKAGE_CONTACT "The Mærkbar maintainers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "quality management for municipal services")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, espeak-ng, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${PROJECT_SOURCE_DIR}/packaging/debian/postinst ${PROJECT_SOURCE_DIR}/packaging/debian/prerm)
# The package needs the program alone, not the tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
include(CPack)
