# A terminal in the throw-away system: the installed kiosk under cage, on a display that is looked at and touched from outside.
# Its screen is what wlroots makes where nobody says how large: 1024 by 768.

readonly own=/var/lib/guichet-terminal programs=/var/lib/guichet-programs
readonly as_terminal='setpriv --reuid=guichet-terminal --regid=guichet-terminal --init-groups --no-new-privs --bounding-set=-all'
terminal_environment="HOME=$own PATH=/usr/bin:/bin TMPDIR=/tmp XDG_RUNTIME_DIR=/run/user/terminal DISPLAY=:77"
terminal_environment="$terminal_environment WLR_BACKENDS=x11 WLR_RENDERER=pixman XKB_DEFAULT_OPTIONS=srvrkeys:none"

# As set-up-terminal leaves a machine, as far as updates and the kiosk need it.
make_terminal() {
  useradd --system --no-create-home --home-dir $own --shell /usr/sbin/nologin guichet-terminal
  install --directory --owner=guichet-terminal --group=guichet-terminal --mode=0700 $own /run/user/terminal
  install --directory $programs
  install -D --target-directory=/usr/lib/guichet files/*
  install --mode=644 release.pub /usr/lib/guichet/release.pub
}

# What guichet-kiosk.service does: starts it, again and again.
keep_terminal_running() {
  Xvfb :77 -screen 0 1024x768x24 -nolisten tcp >/tmp/try/display.log 2>&1 &
  (
    cd /
    # shellcheck disable=SC2086
    while :; do $as_terminal env -i $terminal_environment cage -d -- /usr/lib/guichet/start-kiosk >>/tmp/try/kiosk.log 2>&1 || true; sleep 2; done
  ) &
}

# What guichet-apply-update.path does.
keep_applying() {
  while :; do
    if [ -f $own/update/offer ]; then /usr/lib/guichet/apply-update >>/tmp/try/applied.log 2>&1 || true; fi
    sleep 2
  done &
}

# touch X Y: there, and a moment for what comes of it.
touch_screen() {
  DISPLAY=:77 xdotool mousemove "$1" "$2" click 1
  sleep 2
}
type_keys() {
  DISPLAY=:77 xdotool type --delay 80 "$1"
  DISPLAY=:77 xdotool key Return
  sleep 2
}
picture() { DISPLAY=:77 import -window root "/tmp/try/$1.png"; }

# What `guichet doctor` says on a terminal: of the program that runs there.
doctor() {
  # shellcheck disable=SC2086
  (cd / && $as_terminal env -i $terminal_environment "$(/usr/lib/guichet/start-kiosk --which)/kiosk" doctor --json 2>/dev/null)
}
# The checks that are not well, sorted, one a word.
ill_checks() {
  doctor | read_json 'said.findings.filter(({ state }) => state !== "ok").map(({ check }) => check).toSorted().join(" ")'
}
read_json() { /opt/guichet-server/bin/node -e "const said = JSON.parse(require('node:fs').readFileSync(0, 'utf8')); console.log($1)"; }

expect_ill() {
  want=$(printf '%s\n' $1 | sort | xargs)
  got=$(ill_checks)
  [ "$got" = "$want" ] || { echo "✗ the doctor says: $got; and should: $want"; exit 1; }
}

# How many requests wait in its journal.
waiting() {
  doctor | read_json 'said.findings.find(({ check }) => check === "journal.waiting").got.split(" ")[0]'
}
expect_waiting() { [ "$(waiting)" = "$1" ] || { echo "✗ $(waiting) wait, not $1"; picture wrong; exit 1; }; }

# ask_for_a_doctor PIN: the second of the two people of this cell signs in, asks for the doctor with nothing but touches, and leaves.
ask_for_a_doctor() {
  touch_screen 720 367
  type_keys "$1"
  touch_screen 790 318 # Health
  touch_screen 255 463 # the doctor
  touch_screen 908 721
  touch_screen 380 190 # since today
  touch_screen 908 721
  touch_screen 380 190 # bearable
  touch_screen 908 721
  touch_screen 908 721 # no words
  touch_screen 908 721 # ask for it
  picture asked
  touch_screen 944 37 # leave
}

says_healthy() { [ "$(cat $own/update/healthy 2>/dev/null)" = "$1" ]; }
lay_down() {
  install --owner=guichet-terminal --group=guichet-terminal --mode=600 "$1" $own/update/offer.new
  mv $own/update/offer.new $own/update/offer
}

# begin_trial VERSION: as the kiosk does when the server has just answered: by a word, and its end.
begin_trial() {
  echo "$1" >$own/update/chosen
  chown guichet-terminal: $own/update/chosen
  end_kiosk
}
end_kiosk() { pkill -TERM --oldest --uid guichet-terminal --exact kiosk; }
runs() { pgrep --full --uid guichet-terminal "$programs/$1/kiosk" >/dev/null; }
