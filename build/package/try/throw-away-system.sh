#!/bin/sh
# throw-away-system.sh SCRIPT FILE...
#
# Runs a script of this folder as root in a copy of this Debian machine's system: what is written goes into memory and is gone at
# the end, processes end with it. Script, its neighbours and the FILEs lie in /tmp/try there. For root.
set -e
if [ "$GUICHET_TRY" != inside ]; then
  GUICHET_TRY=inside exec unshare --mount --pid --fork --kill-child --propagation private -- /bin/sh "$0" "$@"
fi
here=$(dirname "$(readlink -f "$0")")
script=$1
shift
over=$(mktemp -d)
mount -t tmpfs guichet-try "$over"
mkdir "$over/upper" "$over/work" "$over/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$over/upper,workdir=$over/work" "$over/root"
mount -t proc proc "$over/root/proc"
mount --rbind /dev "$over/root/dev"
mount -t tmpfs tmpfs "$over/root/tmp" -o mode=1777
mount -t tmpfs tmpfs "$over/root/run"
mkdir "$over/root/tmp/try"
cp -r "$@" "$here"/* "$over/root/tmp/try/"
# Not a chroot: in one nobody may have namespaces of their own, and the kiosk's sandbox is made of them.
cd "$over/root"
mkdir tmp/machine
pivot_root . tmp/machine
cd /
umount --lazy /tmp/machine
exec /bin/sh "/tmp/try/$script"
