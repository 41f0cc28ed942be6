# What the scripts of this folder say and wait with.
say() { echo "✓ $*"; }

# wait_for FILE PATTERN [SECONDS]: until a line of the file has it, half a minute at most where nothing else is said.
wait_for() {
  tries=0
  until grep -q -e "$2" "$1" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt $((${3:-30} * 5)) ]; then
      echo "✗ there is no $2 in:"
      cat "$1"
      exit 1
    fi
    sleep 0.2
  done
}

# until_true SECONDS COMMAND...: again and again until it succeeds, or says so when it never does.
until_true() {
  deadline=$(($(date +%s) + $1))
  shift
  until "$@"; do
    [ "$(date +%s)" -lt "$deadline" ] || { echo "✗ never: $*"; return 1; }
    sleep 1
  done
}

# install_packages NAME|FILE...: by apt, with what they need.
install_packages() {
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "$@" >/tmp/try/install.log 2>&1
}

# start_server [FILTER...]: the installed server, as its unit starts it but for the ports; a network of one's own needs none the
# machine may use already. Sets `server` to its process.
start_server() {
  begun=$(sed -n 's/^ExecStart=\([^$]*\).*/\1/p' /lib/systemd/system/guichet-server.service)
  # shellcheck disable=SC2086
  (cd /var/lib/guichet-server && exec env -i PATH=/usr/bin:/bin GUICHET_SERVER_DATA=/var/lib/guichet-server "$@" $begun $server_options) >/tmp/try/server.log 2>&1 &
  wait_for /tmp/try/server.log 'wardens’ page'
  server=$(pgrep -f dist/server/guichet.js)
}

# end PROCESS: tells it to, and waits until it has.
end() {
  kill -TERM "$1"
  while kill -0 "$1" 2>/dev/null; do sleep 0.2; done
}

readonly server_options='--port 17443 --staff-port 17444'
readonly as_server='setpriv --reuid=guichet-server --regid=guichet-server --init-groups'
