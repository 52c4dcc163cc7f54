# Debian packages: finds out what of packages.txt is missing, and installs that.

# Names in the groups given, less those whose `unless=COMMAND` is on the PATH.
packages_of() {
    local wanted=" $* " group="" name condition
    while read -r name condition _; do
        case "$name" in
            "" | "#"*) ;;
            "["*"]") group=${name//[\[\]]/} ;;
            *)
                [[ $wanted == *" $group "* ]] || continue
                [[ $condition == unless=* ]] && command -v "${condition#unless=}" >/dev/null && continue
                printf '%s\n' "$name"
                ;;
        esac
    done <packages.txt
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^ii *//p' | sort -u)
    packages_of "$@" | sort -u | comm -23 - <(printf '%s\n' "$installed")
}

# Runs a command as root: directly, or through sudo (which may ask for a password where there is a terminal).
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

can_become_root() {
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [ -t 0 ]
}

# Boost 1.74 and 1.81 cannot be installed side by side in Debian 12; apt would remove the former without asking much.
refuse_other_boost() {
    [[ $* == *libboost1.81-dev* ]] || return 0
    dpkg-query -W -f='${db:Status-Abbrev}' libboost1.74-dev 2>/dev/null | grep -q '^ii' || return 0
    give_up "Mærkbar needs libboost1.81-dev, which Debian 12 does not install beside libboost1.74-dev (installed here)." \
        "Remove the old one first, if nothing else on this machine needs it:  apt-get remove libboost1.74-dev"
}

# Installs what is missing of the groups given; says nothing and asks nothing where all is there.
need_packages() {
    command -v dpkg-query >/dev/null || give_up "Mærkbar is built on Debian 12 (or a relative with dpkg and apt)." \
        "Elsewhere, install what packages.txt lists and use cmake and ninja directly: see docs/develop/architecture.md."
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] && return 0
    refuse_other_boost "${missing[@]}"
    can_become_root || give_up "These Debian packages are missing: ${missing[*]}" \
        "Installing them needs root, and sudo is not to be had here. Ask for, or run as root:" \
        "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    say "installing ${#missing[@]} packages: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
        >/dev/null || give_up "apt-get could not install them; its message stands above."
}
