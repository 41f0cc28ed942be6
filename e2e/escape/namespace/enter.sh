#!/bin/sh
# Runs a command in a network of its own, where every name and every address is the test's. Needs no root: inside its own
# user namespace an account may make one. Nothing of it is left when the command ends.
#
#   enter.sh COMMAND [arguments]
set -eu

if [ "${GUICHET_ESCAPE_INSIDE:-}" != yes ]; then
  # The capabilities are those of the namespace: low ports, addresses and a mount, and nothing outside it.
  GUICHET_ESCAPE_INSIDE=yes exec unshare --user --map-current-user --keep-caps --net --mount -- "$0" "$@"
fi

# A public range: the gateway refuses private ones, and WebRTC stays silent on a host that has loopback only.
ip link set lo up
ip link add eth0 type veth peer name eth1
ip address add 93.184.216.1/22 dev eth0
ip link set eth0 up
ip link set eth1 up
# Every address of the range is this machine's, so that each host of the test can have one of its own.
ip route add local 93.184.216.0/22 dev eth0
ip route add default via 93.184.219.254 dev eth0

settings=$(mktemp)
printf 'nameserver 93.184.216.1\noptions timeout:1 attempts:1\n' >"$settings"
mount --bind "$settings" /etc/resolv.conf
printf 'hosts: files dns\n' >"$settings.names"
mount --bind "$settings.names" /etc/nsswitch.conf
rm "$settings" "$settings.names"

exec "$@"
