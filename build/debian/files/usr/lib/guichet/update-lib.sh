# shellcheck shell=sh
# What the launcher and `apply-update` both have to know. It is read by them and does nothing by itself.

version_pattern='(0|[1-9][0-9]{0,4})[.](0|[1-9][0-9]{0,4})[.](0|[1-9][0-9]{0,4})(-dev[.][0-9]{14}[.]g[0-9a-f]{7,8}([.]changed)?)?'

# The first look keeps out what would be two lines: the second one is happy with any of them.
is_version() {
    case $1 in
        '' | *[!0-9a-z.-]*) return 1 ;;
    esac
    printf '%s\n' "$1" | LC_ALL=C grep -Exq "$version_pattern"
}

# version_key VERSION: digits that sort as versions do; see shared/update/release-version.ts.
version_key() {
    numbers=${1%%-*} time=99999999999999
    case $1 in
        *-dev.*) time=${1#*-dev.} time=${time%%.*} ;;
    esac
    major=${numbers%%.*} patch=${numbers##*.} minor=${numbers#*.} minor=${minor%%.*}
    printf '%05d%05d%05d%s' "$major" "$minor" "$patch" "$time"
}

# is_older LEFT RIGHT: LEFT came before RIGHT. Digits of one length: sorted as text.
is_older() {
    left=$(version_key "$1") right=$(version_key "$2")
    [ "$left" != "$right" ] && printf '%s\n%s\n' "$left" "$right" | sort -c 2>/dev/null
}

first_line() {
    line=
    [ -f "$1" ] && { IFS= read -r line <"$1" || true; }
    printf '%s' "$line"
}

# linked NAME: the version that a link of the programs' folder points at, if its program is there.
linked() {
    target=$(readlink "$programs/$1" 2>/dev/null) || return 0
    is_version "$target" && [ -x "$programs/$target/kiosk" ] && printf '%s' "$target"
    return 0
}

# has_failed VERSION: each line of the file is a version and why.
has_failed() { [ -f "$state/failed" ] && cut -d ' ' -f 1 "$state/failed" | grep -Fxq -- "$1"; }

readonly trial_starts=3

# What the launcher does, as `decision`: installed, current, previous, trial (it is start number `starts`) or give-up; see
# shared/update/decide-start.ts. Each link is read once: an installation may move it meanwhile.
decide_start() {
    current=$(linked current) previous=$(linked previous) before=installed starts=0
    [ -z "$previous" ] || before=previous
    if [ -z "$current" ]; then
        decision=installed
    elif has_failed "$current"; then
        decision=$before
    elif [ "$(first_line "$state/healthy")" = "$current" ]; then
        decision=current
    elif [ "$(first_line "$state/chosen")" != "$current" ]; then
        decision=$before
    else
        trial=$(first_line "$state/trial")
        if [ "${trial% *}" = "$current" ]; then starts=${trial##* }; fi
        case $starts in
            [0-9] | [0-9][0-9]) ;;
            *) starts=$trial_starts ;;
        esac
        decision=give-up
        if [ "$starts" -lt "$trial_starts" ]; then decision=trial starts=$((starts + 1)); fi
    fi
}
