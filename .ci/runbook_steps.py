"""Gives the commands of the runbook's first section as a stranger would type them.

Each block of commands is one step, ended by a zero byte. What the runbook leaves to the
reader is filled in; afterwards the site must show an article that was brought in.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

RUNBOOK = Path("portal/delivery/RUNBOOK.md")
SECTION = "## Install on one machine"

CERTIFICATE = """
cd /root
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=archive.example \\
    -addext subjectAltName=DNS:archive.example -keyout KEY -out CERTIFICATE 2>/dev/null
cp CERTIFICATE /usr/local/share/ca-certificates/archive.crt
update-ca-certificates >/dev/null
"""

PROOF = """
site=https://archive.example
search="$site/search/?q=%D8%B1%D8%B5%D9%8A%D9%81"
printf '%s\\n\\n%s\\n\\n%s\\n' 'افتتاح رصيف جديد في مرفأ الساحل' '12.03.2017' \\
    'افتتحت بلدية الساحل رصيفًا طوله 180 مترًا، وقال مديرها إن الحمولة زادت.' \\
    >/tmp/new.txt
archive ingest /tmp/new.txt
for second in $(seq 30); do
    curl -fsS "$search" | grep -q 'رصيف</mark>' && break
    sleep 1
done
curl -fsS "$search" | grep 'رصيف</mark>'
grep -q postgres /etc/archive.env
curl -fsS 127.0.0.1:9200/_cat/indices | grep archive
archive backup /var/backups/archive
archive restore /var/backups/archive/*.tar* --check
systemctl restart archive-web archive-worker
curl -fsS --retry 9 --retry-all-errors $site/readyz
systemctl start archive-night
systemctl --failed --no-legend | { ! grep archive; }
"""


def steps(runbook: str) -> list[str]:
    """Give the blocks of the section in order, but that of letters."""
    section = runbook.split(SECTION)[1].split("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    told = [block for block in blocks if "EMAIL_URL" not in block]
    told = [
        block.replace("git clone REPOSITORY", "git clone -q /root/code.git")
        .replace(" CERTIFICATE ", " /root/CERTIFICATE ")
        .replace(" KEY ", " /root/KEY ")
        .replace(
            "archive createsuperuser",
            "DJANGO_SUPERUSER_PASSWORD=$(openssl rand -hex 12) archive createsuperuser"
            " --noinput --username editor --email editor@archive.example",
        )
        for block in told
    ]
    return [CERTIFICATE, *told, PROOF]


if __name__ == "__main__":
    for step in steps(RUNBOOK.read_text("utf-8")):
        sys.stdout.write(step.strip() + "\0")
