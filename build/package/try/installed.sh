#!/bin/sh
# What try-packages.sh runs in the throw-away system.
set -e
cd /tmp/try
. ./words.sh
. ./terminal.sh

install_packages ./*.deb || { cat install.log; exit 1; }
say "installed by apt: $(ls ./*.deb | wc -l) packages"
dpkg --verify guichet-kiosk guichet-server
test -z "$(find /opt/guichet /opt/guichet-server -perm /6022 ! -type l -o ! -user root)"
say 'all of it is root’s, nobody else can write to it, nothing has a set-user-ID bit'

guichet server init 'Anna Claes' --prison 'Prison of Valmont' --time-zone Europe/Brussels --page https://localhost:17444 >init.log
grep -q 'becomes the first warden' init.log
say 'a prison was made, as root, for the server’s account'

filter=$as_server
if install_packages python3-seccomp; then filter='python3 /tmp/try/filtered.py'; fi
# shellcheck disable=SC2086
start_server $filter
test "$(ps -o user:20= -p "$server" | tr -d ' ')" = guichet-server
/opt/guichet-server/bin/node -e '
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"
fetch("https://127.0.0.1:17443/openapi.json").then(answer => process.exit(answer.status === 200 ? 0 : 1))' 2>/dev/null
say "the server answers as guichet-server, system calls filtered: $(grep -q 'Seccomp:.*2' /proc/"$server"/status && echo yes || echo no)"
end "$server"
wait_for /tmp/try/server.log Stopping
say 'it stopped when it was told to'

cd /tmp
has_no_kiosk() { ! pgrep --uid guichet-terminal >/dev/null; }
useradd --system --create-home --home-dir /var/lib/guichet-terminal --shell /usr/sbin/nologin guichet-terminal 2>/dev/null || true
# shellcheck disable=SC2086
$as_terminal env -i HOME=/var/lib/guichet-terminal PATH=/usr/bin:/bin TMPDIR=/tmp \
  timeout 60 xvfb-run -a /opt/guichet/kiosk >/tmp/try/kiosk.log 2>&1 &
started=$!
wait_for /tmp/try/kiosk.log '"code":"BUILD"'
say "the kiosk starts without any capability: $(grep -o '"release":"[^"]*"' /tmp/try/kiosk.log)"
end "$started"
until_true 20 has_no_kiosk
printf x >>/opt/guichet/LICENSE.electron.txt
# shellcheck disable=SC2086
$as_terminal env -i HOME=/tmp PATH=/usr/bin:/bin timeout 60 xvfb-run -a /opt/guichet/kiosk >/tmp/try/changed.log 2>&1 || true
grep -q INSTALLATION_CHANGED /tmp/try/changed.log
say 'changed, it starts nothing'

DEBIAN_FRONTEND=noninteractive apt-get purge --yes --quiet guichet-server guichet-kiosk >/dev/null 2>&1
test ! -e /opt/guichet-server && test ! -e /opt/guichet && test -d /var/lib/guichet-server/postgres
say 'removed, it leaves the prison’s data'
