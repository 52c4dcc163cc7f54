# ./dev demo: from a clone to a page in the browser.

# The first port from 8080 on that nobody listens on.
free_port() {
    local port=8080
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        port=$((port + 1))
    done
    echo "$port"
}

# The demo municipality in the folder given; one that was left half-made is made anew. Its logins are kept beside it.
make_demo() {
    [ -f "$1/logins.txt" ] && return 0
    say "making the demo municipality (once)"
    rm -rf "$1" "$1.new"
    mkdir -p "$1.new"
    build/src/app/maerkbar demo --data "$1.new" >"$1.new/logins.txt"
    mv "$1.new" "$1"
}

task_demo() {
    need_packages build
    build_targets maerkbar
    make_demo var/demo
    cat var/demo/logins.txt
    echo "Stop with Ctrl+C. The data lies in var/demo; remove that folder to begin anew."
    exec build/src/app/maerkbar serve --data var/demo --port "$(free_port)"
}
