# shellcheck shell=bash
# What is installed on a terminal beside the smallest Debian, and what may not be.

# The compositor and the X server inside it; the rules of network, USB and files; the clock; the disk and its keys; what
# the doctor asks disks and firmware with; and what checks an update's signature.
readonly needed_packages=(
    cage xwayland xkb-data libpam-systemd dbus systemd-timesyncd util-linux iproute2 kmod
    nftables usbguard apparmor
    cryptsetup cryptsetup-initramfs clevis clevis-luks clevis-systemd clevis-initramfs clevis-tpm2
    smartmontools mokutil openssl
)
readonly x11_packages=(xserver-xorg-core xserver-xorg-input-libinput xserver-xorg-legacy xinit)

# Other ways in, other programs to hand something to, and what looks for devices and neighbours.
readonly unwanted_packages=(
    openssh-server telnetd rpcbind avahi-daemon cups cups-daemon bluez network-manager modemmanager wpasupplicant
    xdg-utils xdg-desktop-portal gvfs udisks2 ibus at-spi2-core-registryd sudo policykit-1 packagekit
    unattended-upgrades cron anacron exim4-base
)

step_packages() {
    local name missing=() unwanted=()
    local wanted=("${needed_packages[@]}")
    [[ ${answers[SESSION]} == x11 ]] && wanted+=("${x11_packages[@]}")
    for name in "${wanted[@]}"; do is_installed "$name" || missing+=("$name"); done
    for name in "${unwanted_packages[@]}"; do is_installed "$name" && unwanted+=("$name"); done
    if ((${#missing[@]} > 0)) && change "install ${missing[*]}"; then
        DEBIAN_FRONTEND=noninteractive in_root apt-get install --yes --quiet --no-install-recommends "${missing[@]}" >&2
    fi
    if ((${#unwanted[@]} > 0)) && change "remove ${unwanted[*]}"; then
        DEBIAN_FRONTEND=noninteractive in_root apt-get purge --yes --quiet "${unwanted[@]}" >&2
    fi
    return 0
}
