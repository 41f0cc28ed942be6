# shellcheck shell=bash
# What is installed on a terminal beside the smallest Debian, and what may not be.

# The compositor, who opens the screen for it, and the X server inside it; the rules of network, USB and files; the clock; the disk and
# its keys; what the doctor asks disks and firmware with; and what checks an update's signature.
readonly needed_packages=(
    cage seatd xwayland xkb-data libpam-systemd dbus systemd-timesyncd util-linux iproute2 kmod procps
    nftables usbguard apparmor
    cryptsetup clevis clevis-luks clevis-systemd clevis-tpm2
    smartmontools mokutil openssl
)
readonly x11_packages=(xserver-xorg-core xserver-xorg-input-libinput xserver-xorg-legacy xinit)

# Other ways in, other programs to hand something to, what looks for devices and neighbours, and what sets up a network beside networkd.
# Half of it is what an ordinary installation of Debian 12 brings.
readonly unwanted_packages=(
    openssh-server telnetd inetutils-telnetd rpcbind nfs-common
    ifupdown isc-dhcp-client isc-dhcp-common dhcpcd dhcpcd5 dhcpcd-base network-manager modemmanager wpasupplicant iwd ppp
    avahi-daemon avahi-autoipd cups cups-daemon cups-browsed bluez
    openssh-client inetutils-telnet telnet netcat-traditional netcat-openbsd wget
    xdg-utils xdg-desktop-portal gvfs udisks2 ibus at-spi2-core sudo policykit-1 polkitd pkexec packagekit
    unattended-upgrades apt-listchanges reportbug python3-reportbug cron anacron at exim4-base exim4-config bsd-mailx
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
        DEBIAN_FRONTEND=noninteractive SUDO_FORCE_REMOVE=yes in_root apt-get purge --yes --quiet "${unwanted[@]}" >&2
    fi
    return 0
}
