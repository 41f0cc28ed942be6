# shellcheck shell=bash
# The few ways in which a step changes the machine. Each looks first, changes only what is otherwise, says what it did in one
# line, and with --check says what it would do and changes nothing.

# Where the machine is: nothing for the one this runs on, else the folder of its root.
in_root() {
    if [[ -z $ROOT ]]; then "$@"; else chroot "$ROOT" "$@"; fi
}

# Says a change. Answers whether it is to be made.
change() {
    changes=$((changes + 1))
    if [[ $CHECK == yes ]]; then
        echo "would: $1"
        return 1
    fi
    echo "$1"
}

warn() {
    echo "note: $1" >&2
}

# The text of a template with every @NAME@ filled in. One that is not known is a fault of this program.
render() {
    local text name
    text=$(<"$1")
    for name in "${!texts[@]}"; do text=${text//"@$name@"/"${texts[$name]}"}; done
    [[ $text =~ @[A-Z_]+@ ]] && fail "$1 asks for ${BASH_REMATCH[0]}, which nobody answers"
    printf '%s\n' "$text"
}

# Puts a file of `files/` where it belongs, filled in, root's, with the mode given. Replaces it whole or not at all.
put() {
    local from=$1 to=$2 mode=$3 text
    text=$(render "$HERE/files/$from")
    placed+=("$to")
    if [[ -f $ROOT/$to && ! -L $ROOT/$to && $(<"$ROOT/$to") == "$text" &&
        $(stat -c '%a %u:%g' "$ROOT/$to") == "$mode 0:0" ]]; then return; fi
    change "write /$to" || return 0
    install -d -m 755 "$(dirname "$ROOT/$to")"
    printf '%s\n' "$text" >"$ROOT/$to.guichet-new"
    chown 0:0 "$ROOT/$to.guichet-new"
    chmod "$mode" "$ROOT/$to.guichet-new"
    mv -T "$ROOT/$to.guichet-new" "$ROOT/$to"
}

# A link with exactly this target, in place of whatever is there.
link() {
    local target=$1 path=$2
    [[ $(readlink "$ROOT/$path" || true) == "$target" ]] && return
    change "link /$path to $target" || return 0
    install -d -m 755 "$(dirname "$ROOT/$path")"
    ln -sfnT "$target" "$ROOT/$path"
}

# A unit that nothing can start, by hand or by need.
mask() {
    link /dev/null "etc/systemd/system/$1"
}

# Takes a mask away that an earlier version of this program, or other answers, put there.
unmask() {
    local path=etc/systemd/system/$1
    [[ $(readlink "$ROOT/$path" || true) == /dev/null ]] || return 0
    change "unmask $1" || return 0
    rm "$ROOT/$path"
}

enable_unit() {
    [[ $(in_root systemctl is-enabled "$1" 2>/dev/null || true) == enabled ]] && return
    change "enable $1" || return 0
    in_root systemctl enable --quiet "$1"
}

folder() {
    local path=$1 mode=$2 owner=$3
    [[ -d $ROOT/$path && $(stat -c '%a %U:%G' "$ROOT/$path" 2>/dev/null) == "$mode $owner" ]] && return
    [[ -d $ROOT/$path && $(in_root stat -c '%a %U:%G' "/$path" 2>/dev/null) == "$mode $owner" ]] && return
    change "make the folder /$path" || return 0
    install -d "$ROOT/$path"
    in_root chown "$owner" "/$path"
    chmod "$mode" "$ROOT/$path"
}

is_installed() {
    [[ $(in_root dpkg-query --show --showformat '${db:Status-Abbrev}' "$1" 2>/dev/null) == ii* ]]
}
