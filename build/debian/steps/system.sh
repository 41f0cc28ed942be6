# shellcheck shell=bash
# The steps, in their order. Each can be run on a machine where it was run before, and then does nothing.

placed=()

# One account runs the kiosk. It has no password, no shell and no group but its own; and nobody else can sign in either: a
# technician works from a medium of their own, with the password of GRUB and the recovery key of the disk.
step_accounts() {
    if ! in_root getent passwd guichet-terminal >/dev/null && change 'make the account guichet-terminal'; then
        in_root useradd --system --user-group --no-create-home --home-dir /var/lib/guichet-terminal \
            --shell /usr/sbin/nologin guichet-terminal
    fi
    local name password
    while IFS=: read -r name password _; do
        # `!` and `*` in front: no password opens it.
        [[ $password == [*!]* ]] && continue
        change "lock the account $name" || continue
        in_root usermod --lock "$name"
        [[ -n $password ]] || in_root usermod --password '!' "$name"
    done <"$ROOT/etc/shadow"
}

# The kiosk's own folder is its alone. Programs that come as updates are root's. /etc/guichet says whom this image trusts.
step_folders() {
    folder etc/guichet 755 root:root
    folder data 755 root:root
    folder var/lib/guichet-programs 755 root:root
    if in_root getent passwd guichet-terminal >/dev/null; then
        folder var/lib/guichet-terminal 700 guichet-terminal:guichet-terminal
    fi
    # A data partition of before these were there.
    if in_root mountpoint --quiet /data && in_root getent passwd systemd-timesync >/dev/null; then
        folder data/timesync 755 systemd-timesync:systemd-timesync
    fi
}

# Every file of `files/`, filled in.
step_files() {
    local from mode
    while IFS= read -r from; do
        case $from in
            usr/bin/* | usr/lib/guichet/* | etc/nftables.conf) mode=755 ;;
            etc/grub.d/*) mode=700 ;;
            etc/usbguard/* | etc/crypttab) mode=600 ;;
            *) mode=644 ;;
        esac
        case $from in
            usr/share/guichet/*) continue ;;
            etc/X11/*) [[ ${answers[SESSION]} == x11 ]] || continue ;;
            # What starts programs from GRUB's folder only makes sense where GRUB is.
            etc/grub.d/* | etc/default/grub.d/*) [[ -e $ROOT/etc/grub.d/10_linux ]] || continue ;;
        esac
        put "$from" "$from" "$mode"
    done < <(cd "$HERE/files" && find . -type f -printf '%P\n' | sort)
    local session=etc/systemd/system/guichet-kiosk.service.d/session.conf
    if [[ ${answers[SESSION]} == x11 ]]; then
        put usr/share/guichet/session-x11.conf "$session" 644
    elif [[ -e $ROOT/$session ]] && change "remove /$session"; then
        rm "$ROOT/$session"
    fi
}

# Whose signature makes an update: the public half of the release key, laid beside this program by whoever checked it.
step_release_key() {
    local from=$HERE/release.pub to=usr/lib/guichet/release.pub
    if [[ ! -e $from ]]; then
        [[ -e $ROOT/$to ]] || warn 'there is no release.pub beside this program: this terminal will take no updates'
        return 0
    fi
    # The private half would lie open on every terminal.
    [[ $(head -n 1 "$from") == '-----BEGIN PUBLIC KEY-----' ]] || fail "$from is no public key"
    placed+=("$to")
    cmp --silent "$from" "$ROOT/$to" && [[ $(stat -c '%a %u:%g' "$ROOT/$to") == '644 0:0' ]] && return
    change "write /$to" || return 0
    install -D --mode=644 --owner=0 --group=0 "$from" "$ROOT/$to.guichet-new"
    mv -T "$ROOT/$to.guichet-new" "$ROOT/$to"
}

# No console to sign in at, on any line; no restart by keys; no shell and no questions when the start fails or is the first; nobody's own
# service manager, which would start programs outside the kiosk's limits; no network but networkd's; nothing that would write to a
# read-only disk or make the start wait for the data (guichet-data.service).
readonly masked_units=(
    getty@.service autovt@.service serial-getty@.service console-getty.service container-getty@.service getty-static.service
    ctrl-alt-del.target debug-shell.service emergency.service rescue.service systemd-firstboot.service
    user@.service plymouth-start.service systemd-ask-password-wall.path systemd-ask-password-wall.service
    ifup@.service networking.service systemd-networkd-wait-online.service systemd-resolved.service systemd-rfkill.service systemd-rfkill.socket
    apt-daily.timer apt-daily-upgrade.timer man-db.timer dpkg-db-backup.timer e2scrub_all.timer
    systemd-journal-flush.service usbguard-dbus.service
)

# Masked by earlier versions of this program: whoever has the recovery key types it where these ask for it.
readonly unmasked_units=(systemd-ask-password-console.path systemd-ask-password-console.service)

readonly enabled_units=(
    nftables.service usbguard.service apparmor.service seatd.service systemd-networkd.service systemd-timesyncd.service clevis-luks-askpass.path
    guichet-machine-facts.timer guichet-machine-id.service guichet-data.service guichet-notice.service guichet-apply-update.path
    guichet-note-confirmed.path guichet-kiosk.service
)

step_units() {
    local unit
    for unit in "${masked_units[@]}"; do mask "$unit"; done
    for unit in "${unmasked_units[@]}"; do unmask "$unit"; done
    link /lib/systemd/system/multi-user.target etc/systemd/system/default.target
    for unit in "${enabled_units[@]}"; do
        if [[ -e $ROOT/lib/systemd/system/$unit || -e $ROOT/etc/systemd/system/$unit ]]; then
            enable_unit "$unit"
        else
            warn "$unit is not installed"
        fi
    done
}

step_time_zone() {
    [[ -e $ROOT/usr/share/zoneinfo/${answers[TIME_ZONE]} || $CHECK == yes ]] || fail "there is no time zone ${answers[TIME_ZONE]}"
    link "/usr/share/zoneinfo/${answers[TIME_ZONE]}" etc/localtime
}

# Programs that anybody may start with root's rights. The session needs none of them, so none has them; one that an update
# of Debian brings back stays without.
step_setuid() {
    local path
    while IFS= read -r path; do
        path=${path#"$ROOT"}
        change "take root's rights from $path" || continue
        in_root dpkg-statoverride --list "$path" >/dev/null && in_root dpkg-statoverride --remove "$path"
        in_root dpkg-statoverride --update --add root root 0755 "$path"
    done < <(find "$ROOT/usr" "$ROOT/opt" -xdev -type f -perm /6000 -user 0 2>/dev/null | sort)
}

# GRUB starts the one entry without a password and asks for it before anything else.
step_boot() {
    local linux=$ROOT/etc/grub.d/10_linux menu=$ROOT/boot/grub/grub.cfg
    if [[ ! -e $linux ]]; then
        warn 'there is no GRUB here: how this machine starts is not locked'
        return
    fi
    if ! starts_unasked "$linux" && change 'let the usual entry start without a password'; then
        sed -i 's/^CLASS="/CLASS="--unrestricted /' "$linux"
        # With GRUB's password and without this, every start would ask for it.
        starts_unasked "$linux" || fail "$linux is not Debian 12's: no line CLASS=\"…\" to put --unrestricted in"
    fi
    if [[ ! -e $menu ]]; then
        warn 'GRUB has not written its menu yet: run update-grub when it is on a disk'
        return
    fi
    if [[ -n $(find "$ROOT/etc/default/grub" "$ROOT/etc/default/grub.d" "$ROOT/etc/grub.d" -newer "$menu" 2>/dev/null) ]] &&
        change 'write the menu of GRUB anew'; then
        in_root update-grub >&2
        chmod 600 "$menu"
        grep -q '^menuentry .*--unrestricted' "$menu" || fail "$menu has no entry that starts without GRUB's password"
    fi
    [[ $(stat -c %a "$menu") != 600 ]] && change 'keep the menu of GRUB to root' && chmod 600 "$menu"
    return 0
}

starts_unasked() {
    grep -q '^CLASS=".*--unrestricted' "$1"
}

# A disk that is copied: an empty machine-id, which the first start of each copy fills (guichet-machine-id.service). Not the word
# `uninitialized`: that would make it a first start, which enables every unit and asks questions.
step_image() {
    [[ -e $ROOT/etc/machine-id && ! -s $ROOT/etc/machine-id ]] && return
    change 'leave no machine-id' || return 0
    : >"$ROOT/etc/machine-id"
}

# What was put where, for the doctor to compare.
step_list() {
    local list=usr/lib/guichet/machine-files.sha256 text
    [[ $CHECK == yes && ! -e $ROOT/$list ]] && { change "write /$list" || return 0; }
    text=$(cd "$ROOT/" && printf '%s\n' "${placed[@]}" | sort -u | xargs -d '\n' sha256sum 2>/dev/null || true)
    [[ -e $ROOT/$list && $(<"$ROOT/$list") == "$text" ]] && return
    change "write /$list" || return 0
    printf '%s\n' "$text" >"$ROOT/$list"
}
