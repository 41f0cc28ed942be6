#!/bin/sh
# try-packages.sh DEB...
#
# Installs the packages for real, with apt, into a throw-away copy of this Debian machine's system. Starts the server as its unit
# does, under the unit's own filter of system calls where python3-seccomp can be installed, asks it something and stops it;
# starts the kiosk and waits for it to say which build it is. Ends with 0 when all of it worked. For root; needs the packages of
# `npm test` (a virtual display).
exec "$(dirname "$0")/throw-away-system.sh" installed.sh "$@"
