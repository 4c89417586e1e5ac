"""Checks a folder of evidence of Ledger Bridge, offline: python3 verify.py [folder]

manifest.json  every other file is named in it with its SHA-256, and no file is missing or added
chain.json     links 1, 2, 3 ... of an order's audit trail. A link's hash is the SHA-256 of these, joined by line feeds, in
               UTF-8: the hash of the link before (64 zeros for the first), store, order, number, time, step, reference
               (empty where there is none), detail. What people or other systems said is not in the detail but in words,
               whose SHA-256 the detail has as wordsSha256; where personal data was erased, words is null, and a later
               link says so: personal-data-erased
anchors.json   each day's anchor over all chains. Its hash is the SHA-256 of these, joined by line feeds: the hash of the anchor
               before (64 zeros for the first), number, time, changed, chains, links, digest
anchored.json  where an order's chain ended when an anchor was made: the chain has that link, with that hash
planned-with.json
               what else a journal was planned from: sha256 is the SHA-256 of body
readings.json  sha256 is the SHA-256 of body; where its time is over, body is null and emptied_at says since when
events.json    body_sha256 is the SHA-256 of body, which is in Base64; likewise null where it was emptied
journals.json, lines.json
               each journal stands in the chain as it is: written with these accounts and amounts, planned from this
               reading, posted under this number
"""

import base64
import hashlib
import json
import os
import sys
from decimal import Decimal


class Broken(Exception):
    pass


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8")).hexdigest()


def check(holds, what):
    if not holds:
        raise Broken(what)


def manifest(folder):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        about = json.load(file)
    named = {file["name"]: file["sha256"] for file in about["files"]}
    there = set()
    for path, _, names in os.walk(folder):
        for name in names:
            there.add(os.path.relpath(os.path.join(path, name), folder).replace(os.sep, "/"))
    there -= {"manifest.json"}
    for name in sorted(set(named) | there):
        check(name in there, name + " is missing")
        check(name in named, name + " is not in the manifest")
        with open(os.path.join(folder, name), "rb") as file:
            check(sha256(file.read()) == named[name], name + " was changed")
    return about


def chain(store, order, links):
    before = "0" * 64
    erased = max([link["link"] for link in links if link["step"] == "personal-data-erased"], default=0)
    for number, link in enumerate(links, 1):
        what = "link %d of order %s " % (number, order)
        check(link["link"] == number, what + "is missing")
        check(link["previous_hash"] == before, what + "doesn't follow the one before")
        text = "\n".join([before, store, str(order), str(number), link["at"], link["step"],
                          link["reference"] or "", link["detail"]])
        check(sha256(text) == link["hash"], what + "was changed")
        said = json.loads(link["detail"]).get("wordsSha256")
        if link["words"] is None:
            check(said is None or number < erased, "the words of " + what + "were taken out, and no erasure did it")
        else:
            check(sha256(link["words"]) == said, "the words of " + what + "were changed")
        before = link["hash"]


def anchors(rows):
    before = "0" * 64
    for number, anchor in enumerate(rows, 1):
        check(anchor["number"] == number, "anchor %d is missing" % number)
        check(anchor["previous_hash"] == before, "anchor %d doesn't follow the one before" % number)
        text = "\n".join(str(part) for part in (before, number, anchor["at"], anchor["changed"], anchor["chains"],
                                                anchor["links"], anchor["digest"]))
        check(sha256(text) == anchor["hash"], "anchor %d was changed" % number)
        before = anchor["hash"]


def anchored(order, rows, links, numbers):
    hashes = {link["link"]: link["hash"] for link in links}
    for row in rows:
        check(row["anchor"] in numbers, "anchor %d is missing" % row["anchor"])
        check(hashes.get(row["link"]) == row["hash"],
              "anchor %d holds another link %d of order %s" % (row["anchor"], row["link"], order))


def kept(order, readings, events, planned):
    for row in planned:
        check(sha256(row["body"]) == row["sha256"],
              "what journals of order %s were planned with, %s, was changed" % (order, row["sha256"]))
    for reading in readings:
        what = "reading %s of order %s " % (reading["sha256"], order)
        check(reading["body"] is not None or reading["emptied_at"], what + "has no body, and nothing pruned it")
        check(reading["body"] is None or sha256(reading["body"]) == reading["sha256"], what + "was changed")
    for event in events:
        what = "event %d of order %s " % (event["id"], order)
        check(event["body"] is not None or event["emptied_at"], what + "has no body, and nothing emptied it")
        check(event["body"] is None or sha256(base64.b64decode(event["body"])) == event["body_sha256"],
              what + "was changed")


def told(links, step, reference):
    return [json.loads(link["detail"]) for link in links if link["step"] == step and link["reference"] == reference]


def journals(order, rows, lines, links, readings):
    planned = {json.loads(link["detail"]).get("reading") for link in links if link["step"] == "planned"}
    there = {reading["sha256"] for reading in readings}
    seen = {}
    for journal in rows:
        reference = journal["reference"]
        what = "journal %s of order %s " % (reference, order)
        nth = seen.get(reference, 0)
        seen[reference] = nth + 1
        written = told(links, "journal-written", reference)
        check(nth < len(written), what + "is not in the chain")
        says = written[nth]
        for column, name in (("kind", "kind"), ("channel", "channel"), ("currency", "currency"),
                             ("accounting_date", "accountingDate"), ("document_date", "documentDate"),
                             ("rate_date", "rateDate")):
            check(journal[column] == says.get(name), what + "has another %s than the chain says" % name)
        check(amounts(journal["id"], lines) == [split(line) for line in says["lines"]],
              what + "has other lines than the chain says")
        check(journal["reading"] is None or (journal["reading"] in planned and journal["reading"] in there),
              what + "was planned from a reading that isn't there")
        posted = [link.get("x3Number") for link in told(links, "journal-posted", reference)]
        check(journal["state"] != "posted" or journal["x3_number"] in posted,
              what + "has another number in Sage X3 than the chain says")
        check(journal["state"] == "posted" or journal["x3_number"] is None, what + "has a number and isn't posted")
    for link in links:
        if link["step"] == "journal-written":
            count = len(told(links, "journal-written", link["reference"]))
            check(seen.get(link["reference"], 0) == count,
                  "journal %s of order %s is in the chain and missing" % (link["reference"], order))


def amounts(journal, lines):
    return [(line["account"], line["role"], Decimal(line["amount"])) for line in lines
            if line["journal_id"] == journal and not line["memo"]]


def split(line):
    account, role, amount = line.rsplit(" ", 2)
    return account, role, Decimal(amount)


def main(folder):
    about = manifest(folder)
    with open(os.path.join(folder, "anchors.json"), encoding="utf-8") as file:
        daily = json.load(file)
    anchors(daily)
    for order in about["orders"]:
        def rows(name):
            with open(os.path.join(folder, "orders", str(order), name + ".json"), encoding="utf-8") as file:
                return json.load(file)
        links = rows("chain")
        chain(about["store"], order, links)
        anchored(order, rows("anchored"), links, {anchor["number"] for anchor in daily})
        kept(order, rows("readings"), rows("events"), rows("planned-with"))
        journals(order, rows("journals"), rows("lines"), links, rows("readings"))
    return len(about["orders"]), len(about["files"])


if __name__ == "__main__":
    try:
        here = os.path.dirname(os.path.abspath(__file__))
        print("OK: %d orders, %d files" % main(sys.argv[1] if len(sys.argv) > 1 else here))
    except Broken as broken:
        print("BROKEN: %s" % broken)
        sys.exit(1)
    except (OSError, ValueError, KeyError, TypeError) as unreadable:
        print("BROKEN: it can't be read: %r" % unreadable)
        sys.exit(1)
