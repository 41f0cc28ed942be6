#!/bin/sh
# What try-packages.sh runs in the throw-away system.
set -e
export DEBIAN_FRONTEND=noninteractive
cd /tmp/try
say() { echo "✓ $*"; }
# Waits until a file has a line with something in it, half a minute at most.
wait_for() {
  tries=0
  until grep -q "$2" "$1" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 150 ]; then
      echo "✗ there is no $2 in:"
      cat "$1"
      exit 1
    fi
    sleep 0.2
  done
}

apt-get install --yes --quiet --no-install-recommends ./*.deb >install.log 2>&1 || { cat install.log; exit 1; }
say "installed by apt: $(ls ./*.deb | wc -l) packages"
dpkg --verify guichet-kiosk guichet-server
test -z "$(find /opt/guichet /opt/guichet-server -perm /6022 ! -type l -o ! -user root)"
say 'all of it is root’s, nobody else can write to it, nothing has a set-user-ID bit'

# A network of one's own needs no ports that the machine may use already.
options='--port 17443 --staff-port 17444'
guichet server init 'Anna Claes' --prison 'Prison of Valmont' --time-zone Europe/Brussels --page https://localhost:17444 >init.log
grep -q 'becomes the first warden' init.log
say 'a prison was made, as root, for the server’s account'

filter='setpriv --reuid=guichet-server --regid=guichet-server --init-groups'
if apt-get install --yes --quiet --no-install-recommends python3-seccomp >/dev/null 2>&1; then
  filter='python3 /tmp/try/filtered.py'
fi
begun=$(sed -n 's/^ExecStart=\([^$]*\).*/\1/p' /lib/systemd/system/guichet-server.service)
cd /var/lib/guichet-server
# shellcheck disable=SC2086
env -i PATH=/usr/bin:/bin GUICHET_SERVER_DATA=/var/lib/guichet-server $filter $begun $options >/tmp/try/server.log 2>&1 &
wait_for /tmp/try/server.log 'wardens’ page'
server=$(pgrep -f dist/server/guichet.js)
test "$(ps -o user:20= -p "$server" | tr -d ' ')" = guichet-server
/opt/guichet-server/bin/node -e '
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"
fetch("https://127.0.0.1:17443/openapi.json").then(answer => process.exit(answer.status === 200 ? 0 : 1))' 2>/dev/null
say "the server answers as guichet-server, system calls filtered: $(grep -q 'Seccomp:.*2' /proc/"$server"/status && echo yes || echo no)"
kill -TERM "$server"
wait_for /tmp/try/server.log Stopping
while kill -0 "$server" 2>/dev/null; do sleep 0.2; done
say 'it stopped when it was told to'

cd /tmp
useradd --system --create-home --home-dir /var/lib/guichet-terminal --shell /usr/sbin/nologin guichet-terminal 2>/dev/null || true
setpriv --reuid=guichet-terminal --regid=guichet-terminal --init-groups --no-new-privs --bounding-set=-all \
  env -i HOME=/var/lib/guichet-terminal PATH=/usr/bin:/bin TMPDIR=/tmp \
  timeout 60 xvfb-run -a /opt/guichet/kiosk >/tmp/try/kiosk.log 2>&1 &
wait_for /tmp/try/kiosk.log '"code":"BUILD"'
say "the kiosk starts without any capability: $(grep -o '"release":"[^"]*"' /tmp/try/kiosk.log)"
printf x >>/opt/guichet/LICENSE.electron.txt
setpriv --reuid=guichet-terminal --regid=guichet-terminal --init-groups \
  env -i HOME=/tmp PATH=/usr/bin:/bin timeout 60 xvfb-run -a /opt/guichet/kiosk >/tmp/try/changed.log 2>&1 || true
grep -q INSTALLATION_CHANGED /tmp/try/changed.log
say 'changed, it starts nothing'

apt-get purge --yes --quiet guichet-server guichet-kiosk >/dev/null 2>&1
test ! -e /opt/guichet-server && test ! -e /opt/guichet && test -d /var/lib/guichet-server/postgres
say 'removed, it leaves the prison’s data'
