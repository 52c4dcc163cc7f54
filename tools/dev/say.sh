# How ./dev speaks: one line a step, on standard error, so that standard output is the task's own.

say() { printf '== %s\n' "$*" >&2; }

# Says what is wrong and what to do next, and ends.
give_up() {
    printf '%s\n' "$@" >&2
    exit 1
}
