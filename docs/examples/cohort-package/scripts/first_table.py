"""Makes first-table.csv again from data/counts.csv, and compares the two.

Refait first-table.csv à partir de data/counts.csv, et compare les deux.

    python3 scripts/first_table.py

Needs Python 3.9 or newer, and nothing else. Prints the table. The exit status is 0 where it is the
one that came with the package, 1 where it is another or a file is not as it came.
"""

import csv
import hashlib
import io
import json
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
COLUMNS = ["group", "group_name", "level", "pupils", "share", "status"]


def resource(name):
    """The bytes of a file that datapackage.json names, if they are those that it was made with."""
    descriptor = json.loads((PACKAGE / "datapackage.json").read_text(encoding="utf-8"))
    (found,) = [each for each in descriptor["resources"] if each["name"] == name]
    content = (PACKAGE / found["path"]).read_bytes()
    if "sha256:" + hashlib.sha256(content).hexdigest() != found["hash"]:
        sys.exit(f"{found['path']} is not as it came with the package.")
    return content


def rows(name):
    return list(csv.DictReader(io.StringIO(resource(name).decode("utf-8"), newline="")))


def share(pupils, total):
    """In whole percents, half of one rounded up; clipped near nothing and near everything."""
    if pupils == "" or total == "" or int(total) == 0:
        return ""
    part, whole = int(pupils), int(total)
    if 20 * part < whole:
        return "under-5"
    if 20 * part > 19 * whole:
        return "over-95"
    return str((200 * part + whole) // (2 * whole))


def first_table(counts):
    first = counts[0]["competence"] if counts else None
    chosen = [row for row in counts if row["competence"] == first and row["year_group"] == ""]
    totals = {row["group"]: row["pupils"] for row in chosen if row["level"] == ""}
    return [
        {**row, "share": share(row["pupils"], totals[row["group"]])}
        for row in chosen
        if row["level"] != ""
    ]


made = [[row[name] for name in COLUMNS] for row in first_table(rows("counts"))]
kept = [[row[name] for name in COLUMNS] for row in rows("first-table")]
for line in [COLUMNS, *made]:
    print(*(cell or "-" for cell in line), sep="\t")
if made != kept:
    sys.exit("The table differs from first-table.csv. / Le tableau diffère de first-table.csv.")
print("The same as first-table.csv. / Identique à first-table.csv.", file=sys.stderr)
