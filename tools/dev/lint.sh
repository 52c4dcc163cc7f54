# ./dev lint: the rules of the house; each is a small Python file in tools/lint with a test of its own.

# clang-tidy on the C++ files that differ from main.
tidy_changes() {
    need_packages tools
    local files
    mapfile -t files < <(git diff --name-only --diff-filter=d "$(git merge-base HEAD main)" -- 'src/*.cpp' 'tests/*.cpp')
    [ ${#files[@]} -eq 0 ] || printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy -p build --quiet
}

task_lint() {
    need_packages test
    python3 tools/lint/lint.py
    [ "${1:-}" != --tidy ] || {
        build_targets
        tidy_changes
    }
}
