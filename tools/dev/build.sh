# Configuring and building. Sources are compiled several at a time, which is quickest from nothing; MAERKBAR_UNITY=OFF
# before the first build compiles each by itself, for long work on one module.

configure() {
    [ -f build/build.ninja ] && return 0
    say "configuring build/"
    mkdir -p build
    cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DMAERKBAR_UNITY="${MAERKBAR_UNITY:-ON}" \
        >build/configure.log 2>&1 || {
        cat build/configure.log >&2
        give_up "cmake could not configure the build; its message stands above."
    }
}

# Builds the named targets, or everything. Where nobody watches, only what goes wrong is printed.
build_targets() {
    configure
    say "building ${*:-everything}"
    local quiet=--quiet
    [ -t 1 ] && quiet=
    ninja -C build $quiet "$@" || give_up "The build failed; the compiler's message stands above."
}

task_build() {
    need_packages build
    build_targets "$@"
}

task_format() {
    need_packages test
    git ls-files -z '*.cpp' '*.hpp' | xargs -0 clang-format -i
}
