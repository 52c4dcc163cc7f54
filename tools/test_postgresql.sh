#!/bin/bash
# tools/test_postgresql.sh COMMAND [ARGUMENTS…]
#
# Runs the command with a private, empty PostgreSQL server that is gone afterwards; its exit code is the command's.
# MAERKBAR_TEST_POSTGRESQL is the address of a database in it; MAERKBAR_TEST_POSTGRESQL_CONTROL a script that takes
# `start` or `stop`, for tests of a server that goes away. The server listens on a socket in a temporary folder only,
# and keeps so little of its log that it is soon back after a stop in the middle of its work.
# As root it runs under the account that Debian's package makes (postgres), because PostgreSQL refuses root.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: $0 COMMAND [ARGUMENTS…]" >&2; exit 2; }

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$programs" ] || { echo "PostgreSQL is missing: apt-get install postgresql" >&2; exit 2; }
folder=$(mktemp -d /tmp/maerkbar-pg-XXXXXX)
as_owner=()
if [ "$(id -u)" = 0 ]; then
    as_owner=(runuser -u postgres --)
    chown postgres "$folder"
    chmod 711 "$folder"
fi

cat > "$folder/control" <<CONTROL
#!/bin/bash
cd "$folder"
case "\$1" in
start) exec ${as_owner[*]} "$programs/pg_ctl" -D "$folder/data" -w -t 300 -s -l "$folder/log" start ;;
stop) exec ${as_owner[*]} "$programs/pg_ctl" -D "$folder/data" -w -s -m immediate stop ;;
esac
CONTROL
chmod 755 "$folder/control"

finish() {
    "$folder/control" stop > /dev/null 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT

cd "$folder"
"${as_owner[@]}" "$programs/initdb" -D "$folder/data" -U maerkbar -A trust -E UTF8 --locale=C.UTF-8 -N > "$folder/initdb.log"
cat >> "$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 60
max_wal_size = 128MB
fsync = ${MAERKBAR_TEST_POSTGRESQL_FSYNC:-off}
CONF
"$folder/control" start
cd "$OLDPWD"

export MAERKBAR_TEST_POSTGRESQL="postgresql://maerkbar@/postgres?host=$folder"
export MAERKBAR_TEST_POSTGRESQL_CONTROL="$folder/control"
"$@"
