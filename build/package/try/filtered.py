"""Runs a program as guichet-server under the filter of system calls that guichet-server.service names."""

import errno
import os
import pwd
import re
import subprocess
import sys

import seccomp


def calls(group):
    listing = subprocess.run(
        ["systemd-analyze", "syscall-filter", "--no-pager", group], capture_output=True, text=True, check=True
    ).stdout
    names = set()
    for line in (line.strip() for line in listing.splitlines()[1:]):
        if line and not line.startswith("#"):
            names |= calls(line) if line.startswith("@") else {line}
    return names


allowed = set()
with open("/lib/systemd/system/guichet-server.service", encoding="utf-8") as unit:
    for minus, groups in re.findall(r"^SystemCallFilter=(~?)(.*)$", unit.read(), re.MULTILINE):
        for group in groups.split():
            allowed = allowed - calls(group) if minus else allowed | calls(group)

account = pwd.getpwnam("guichet-server")
os.setgroups([])
os.setgid(account.pw_gid)
os.setuid(account.pw_uid)
rules = seccomp.SyscallFilter(defaction=seccomp.ERRNO(errno.EPERM))
for name in allowed:
    try:
        rules.add_rule(seccomp.ALLOW, name)
    except (RuntimeError, OSError):
        pass  # A call that this machine's architecture or library does not have.
rules.load()
os.execv(sys.argv[1], sys.argv[1:])
