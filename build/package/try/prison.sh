#!/bin/sh
# What try-prison.sh runs in the throw-away system. There is no systemd in it: what its units would do (start the kiosk again, run
# apply-update when something was laid down) two loops do.
set -e
cd /tmp/try
. ./words.sh
. ./terminal.sh

# --- two packages, a prison
install_packages ./*.deb cage xwayland xdotool imagemagick xvfb || { cat install.log; exit 1; }
say "installed: $(dpkg-query --show --showformat '${Package} ' guichet-kiosk guichet-server)"
kept=/var/lib/guichet-server
guichet seed >seed.log
# shellcheck disable=SC2086
start_server $as_server
guichet medical keygen --out $kept/medical-key.json >keys.log
guichet recovery keygen --out $kept/recovery-key.json >>keys.log
first=$(cat /opt/guichet/resources/release)
guichet simulate --terminals 400 --enrol --report "$first" --seconds 7200 --server https://127.0.0.1:17443 >simulated.log 2>&1 &
wait_for simulated.log '400/400 connected' 120
say "$(grep 'came in by' simulated.log)"

# --- a terminal with an enrolment file, as a stick brings it
make_terminal
guichet enrol --cell A-07 --file $kept/enrolment.json --server https://127.0.0.1:17443 >enrol.log
install -D --mode=644 $kept/enrolment.json /etc/guichet/enrolment.json
keep_terminal_running
wait_for kiosk.log '"code":"BUILD"'
sleep 10
picture cell
begun=$(date +%s)
touch_screen 714 499 # Yes, this cell
wait_for kiosk.log CONTROL_CONNECTED
say "A-07 came in $(($(date +%s) - begun)) s after its cell was confirmed"
rm /etc/guichet/enrolment.json $kept/enrolment.json

# --- the doctor: what is not well where nothing is locked down, the server is this machine, and the build is for development
known='machine.facts network.closed network.names program.build'
begun=$(date +%s%N)
expect_ill "$known"
say "the doctor finds nothing but what this machine lacks, in $((($(date +%s%N) - begun) / 1000000)) ms"
has_reported() {
  guichet doctor --fleet >fleet.log || true
  grep -q ' 400 well$' fleet.log && grep -q machine.facts fleet.log
}
until_true 180 has_reported || { cat fleet.log; exit 1; }
say "the fleet: $(tail -n 1 fleet.log); $(sed -n 1,2p fleet.log | xargs)"

# --- each thing that can be broken here
broken() { # broken CHECK DO UNDO
  sh -c "$2"
  expect_ill "$known $1"
  sh -c "$3"
  say "broken and named: $1"
}
broken terminal.key "chmod 644 $own/terminal-key.pem" "chmod 600 $own/terminal-key.pem"
broken program.files 'echo x >>/opt/guichet/LICENSE.electron.txt' 'truncate --size=-2 /opt/guichet/LICENSE.electron.txt'
broken control.document "mv $own/data/state.json /tmp/try" "mv /tmp/try/state.json $own/data"
broken control.lease "cp -p $own/data/lease.json /tmp/try; echo '{}' >$own/data/lease.json" "cp -p /tmp/try/lease.json $own/data"
broken journal.state "mv $own/data/storage-key /tmp/try" "mv /tmp/try/storage-key $own/data"
broken 'terminal.configuration network.server network.identity network.gateway time.clock' \
  "mv $own/kiosk.json /tmp/try" "mv /tmp/try/kiosk.json $own"
expect_ill "$known"

# --- an update: asked for within the first half hour, downloaded, installed, begun at a quiet time
keep_applying
guichet update add /tmp/try/works.guichet-update --key /usr/lib/guichet/release.pub >update.log
second=$(sed -n 's/^Kept: version \([^,]*\),.*/\1/p' update.log)
guichet update stage "$second" --terminal A-07 >>update.log
# It asks once an hour, the first time within half an hour of its start.
end_kiosk
begun=$(date +%s)
until_true 3000 says_healthy "$second" || { cat applied.log kiosk.log; exit 1; }
say "$second: downloaded, checked, installed, begun and confirmed $(($(date +%s) - begun)) s after it was staged"
runs "$second"

# --- one that does not start, with a request waiting and no server
before=$(guichet requests list --json | read_json said.length)
end "$server"
ask_for_a_doctor 3683
expect_waiting 1
lay_down broken.guichet-update
until_true 60 grep -qs '^99.0.0 applied' $programs/result
begin_trial 99.0.0
until_true 60 grep -qs '^99.0.0 ' $own/update/failed
until_true 60 runs "$second"
expect_waiting 1
say "$(cat $own/update/failed); $second runs again, and the request still waits"
# shellcheck disable=SC2086
start_server $as_server
is_sent() { [ "$(waiting)" = 0 ]; }
until_true 90 is_sent
[ "$(guichet requests list --json | read_json said.length)" = $((before + 1)) ]
say 'with the server back the request reached the prison, once'
expect_ill "$known update.last"
say 'broken and named: update.last'

# --- and out it goes
guichet revoke A-07 >/dev/null
expect_ill "$known update.last network.identity"
say 'broken and named: network.identity'
