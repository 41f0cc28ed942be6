#!/bin/sh
# as-terminal.sh TERMINAL SCRATCH PROGRAM [ARGUMENT...]
#
# Runs a program to which the folder TERMINAL is /var/lib/guichet-terminal, where an installed kiosk keeps what is its own, and
# which sees of /var/lib nothing else but what the current folder lies in. It needs nobody's rights: the program gets a view of
# the file system of its own. SCRATCH is an empty folder.
set -e
if [ "$GUICHET_OWN_VIEW" != yes ]; then
  GUICHET_OWN_VIEW=yes exec unshare --user --map-current-user --keep-caps --mount -- /bin/sh "$0" "$@"
fi
unset GUICHET_OWN_VIEW
terminal=$1 scratch=$2
shift 2
here=$PWD
mount -t tmpfs guichet "$scratch"
mkdir "$scratch/guichet-terminal"
mount --rbind "$terminal" "$scratch/guichet-terminal"
case $here in
  /var/lib/*)
    own=${here#/var/lib/}
    own=${own%%/*}
    mkdir "$scratch/$own"
    mount --rbind "/var/lib/$own" "$scratch/$own"
    ;;
esac
mount --rbind "$scratch" /var/lib
cd "$here"
exec setpriv --inh-caps=-all --ambient-caps=-all --bounding-set=-all --no-new-privs -- "$@"
