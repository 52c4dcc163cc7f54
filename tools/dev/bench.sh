# ./dev bench and ./dev fuzz: what is run by hand, or for long.

# Every benchmark program in build-bench/bench, or those whose name contains the word given.
task_bench() {
    need_packages build tools
    [ -f build-bench/build.ninja ] || cmake --preset bench >/dev/null
    cmake --build build-bench --target bench/all
    local program
    for program in build-bench/bench/*"${1:-}"*_bench; do
        [ -x "$program" ] || give_up "No benchmark is called like '${1:-}'; bench/ has: $(ls bench)"
        say "$program"
        "$program"
    done
}

# Every fuzz target for so many seconds each, from its corpus in fuzz/corpus/NAME; new finds go to build-fuzz/corpus.
# The last line counts the targets, as tools/dev/add_up.py reads it.
task_fuzz() {
    need_packages build tools
    [ -f build-fuzz/build.ninja ] || cmake --preset fuzz >/dev/null
    cmake --build build-fuzz --target fuzz/all
    local program name passed=0 failed=0
    for program in build-fuzz/fuzz/*_fuzz; do
        [ -x "$program" ] || give_up "There is no fuzz target in build-fuzz/fuzz."
        name=$(basename "$program" _fuzz)
        mkdir -p "build-fuzz/corpus/$name" "fuzz/corpus/$name"
        say "fuzzing $name for ${1:-10} s"
        "$program" -max_total_time="${1:-10}" -artifact_prefix="build-fuzz/$name-" \
            "build-fuzz/corpus/$name" "fuzz/corpus/$name" >"build-fuzz/$name.log" 2>&1 && passed=$((passed + 1)) || {
            echo "FAILED $name"
            tail -n 40 "build-fuzz/$name.log"
            failed=$((failed + 1))
        }
    done
    echo "fuzz: $passed passed, $failed failed"
    [ "$failed" = 0 ]
}
