# Every test, added up. A step's output goes to build/test-results/STEP.log; what failed and its tail are shown when the step fails.

results=build/test-results

# What a log says of each test that failed: "not ok" of the browser's, "FAILED" of the text cases, "ERROR:" of the unit tests.
failures_in() {
    grep --no-group-separator -A 24 -E '^ *not ok |^FAILED |ERROR:' "$1" | head -n 300
}

# step NAME COMMAND…: runs the command and notes its exit code for tools/dev/add_up.py. Never ends the run.
step() {
    local name=$1 code=0
    shift
    say "testing: $name"
    "$@" </dev/null >"$results/$name.log" 2>&1 || code=$?
    echo "$code" >"$results/$name.code"
    if [ "$code" -ne 0 ]; then
        say "$name failed (exit code $code); from $results/$name.log:"
        failures_in "$results/$name.log" >&2
        say "and its end:"
        tail -n 20 "$results/$name.log" >&2
    fi
}

unit_tests() {
    ctest --test-dir build -j "$(nproc)" --output-on-failure --test-output-size-passed 1000000 \
        --output-junit "$PWD/$results/units.xml"
}

# The libraries of the browser tests, once for each state of their lock file.
browser_libraries() {
    local stamp=tests/browser/node_modules/.package-lock.json
    [ "$stamp" -nt tests/browser/package-lock.json ] || npm ci --prefix tests/browser --no-audit --no-fund
}

# The gallery of parts, and every page of the demo municipality that its accounts reach.
browser_tests() {
    browser_libraries && MAERKBAR_DEMO=1 MAERKBAR_BUILD="$PWD/build" npm test --prefix tests/browser
}

# The steps themselves, under a private PostgreSQL (tools/test_postgresql.sh).
task_test-steps() {
    step rules python3 tools/lint/rules_test.py
    step units unit_tests
    step cases build/tests/cases/maerkbar_cases
    step browser browser_tests
    [ -z "${MAERKBAR_LONG_TESTS:-}" ] || step fuzz task_fuzz 30
}

task_test() {
    [ "${1:-}" = --long ] && export MAERKBAR_LONG_TESTS=1
    need_packages build test
    build_targets
    rm -rf "$results" && mkdir -p "$results"
    tools/test_postgresql.sh ./dev test-steps || step postgresql false
    python3 tools/dev/add_up.py "$results"
}
