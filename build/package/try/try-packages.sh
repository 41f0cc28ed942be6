#!/bin/sh
# try-packages.sh DEB...
#
# Installs the packages for real, with apt, into a throw-away copy of this Debian machine's system: what is written goes into
# memory and is gone at the end. Starts the server as its unit does, under the unit's own filter of system calls where
# python3-seccomp can be installed, asks it something and stops it; starts the kiosk and waits for it to say which build it is.
# Ends with 0 when all of it worked. For root; needs the packages of `npm test` (a virtual display).
set -e
if [ "$GUICHET_TRY" != inside ]; then
  GUICHET_TRY=inside exec unshare --mount --pid --fork --kill-child --propagation private -- /bin/sh "$0" "$@"
fi
here=$(dirname "$(readlink -f "$0")")
over=$(mktemp -d)
mount -t tmpfs guichet-try "$over"
mkdir "$over/upper" "$over/work" "$over/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$over/upper,workdir=$over/work" "$over/root"
mount -t proc proc "$over/root/proc"
mount --rbind /dev "$over/root/dev"
mount -t tmpfs tmpfs "$over/root/tmp" -o mode=1777
mount -t tmpfs tmpfs "$over/root/run"
mkdir "$over/root/tmp/try"
cp "$@" "$here/installed.sh" "$here/filtered.py" "$over/root/tmp/try/"
# Not a chroot: in one nobody may have namespaces of their own, and the kiosk's sandbox is made of them.
cd "$over/root"
mkdir tmp/machine
pivot_root . tmp/machine
cd /
umount --lazy /tmp/machine
exec /bin/sh /tmp/try/installed.sh
