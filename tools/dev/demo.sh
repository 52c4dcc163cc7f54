# ./dev demo: from a clone to a page in the browser.

# The first port from 8080 on that nobody listens on.
free_port() {
    local port=8080
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        port=$((port + 1))
    done
    echo "$port"
}

task_demo() {
    need_packages build
    build_targets maerkbar
    mkdir -p var
    exec build/src/app/maerkbar serve --data var/demo --demo --port "$(free_port)"
}
