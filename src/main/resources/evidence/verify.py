"""Checks a folder of evidence of Ledger Bridge, offline: python3 verify.py [folder]

manifest.json  every other file is named in it with its SHA-256, and no file is missing or added
chain.json     links 1, 2, 3 ... of an order's audit trail. A link's hash is the SHA-256 of these, joined by line feeds, in
               UTF-8: the hash of the link before (64 zeros for the first), store, order, number, time, step, reference
               (empty where there is none), detail. What people or other systems said is not in the detail but in words,
               whose SHA-256 the detail has as wordsSha256; where personal data was erased, words is null, and a later
               link says so: personal-data-erased
anchors.json   each day's anchor over all chains. Its hash is the SHA-256 of these, joined by line feeds: the hash of the anchor
               before (64 zeros for the first), number, time, changed, chains, links, digest
anchored/N.txt the rows of anchor N, of all chains that had new links: position, store, order, link and hash, parted by
               spaces, each row with a line feed. The anchor's digest is the SHA-256 of this text, and changed its rows
anchored.json  where an order's chain ended when an anchor was made: the chain has that link, with that hash, and the last of
               these anchors has it among its rows. All links from before the last anchor but one are held by one
planned-with.json
               what else a journal was planned from: sha256 is the SHA-256 of body
readings.json  sha256 is the SHA-256 of body; where its time is over, body is null and emptied_at says since when
events.json    body_sha256 is the SHA-256 of body, which is in Base64; likewise null where it was emptied. The link order-read
               has the digest of each event that was new to that reading, and with sha256 the SHA-256 of the digests of all up
               to upTo, at most the last 1000, joined by line feeds. A digest is the SHA-256 of id, store, order_id,
               disposition, scope, previous_status, new_status, refund_id, body_sha256, created_at and received_at, as text
journals.json, lines.json
               each journal stands in the chain as it is: written with these accounts and amounts, planned from this
               reading, posted under this number, and what became of it. The link journal-written has as sha256 the SHA-256 of
               the journal as text: JOURNAL, and the SHA-256 of its lines as text, each LINE, memo and amount
x3-answers.json
               the links of the chain that say what became of journals in Sage X3, with their words
approvals.json, recorded-refunds.json, set-asides.json
               what people asked for, confirmed and set aside, by whom and with which figures, is what the chain says. Of their
               words the chain's own are proven, which stand beside its links. That many orders be worked again is asked for
               and decided in the store's own chain: an order's has who asked, who confirmed, and the approval's number

A text of values is each value with its length before it in UTF-16 units and a colon, or - where there is none, and a line feed
behind it. An amount is without zeros at its end.
"""

import base64
import hashlib
import json
import os
import sys
import unicodedata
from datetime import datetime, timedelta, timezone
from decimal import Decimal


EVENT = ("id", "store", "order_id", "disposition", "scope", "previous_status", "new_status", "refund_id", "body_sha256",
         "created_at", "received_at")
JOURNAL = ("id", "store", "order_id", "refund_id", "kind", "channel", "reference", "entry_type", "journal_code", "site",
           "currency", "description", "event_id", "reading", "mapping", "planned_with", "accounting_date", "original_date",
           "document_date", "rate_date", "created_at")
LINE = ("line_number", "account", "role", "description", "business_partner", "dimensions", "tender", "rate_code", "tax_code",
        "mapping")
STATES = ("planned", "sending", "unknown", "posted", "refused", "withdrawn")
EVENTS_AT_MOST = 1000
LATE = timedelta(hours=1)


class Broken(Exception):
    pass


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8")).hexdigest()


def values(row, columns):
    return "".join(value(row[column]) for column in columns)


def value(said):
    if said is None:
        return "-\n"
    text = str(said)
    return "%d:%s\n" % (len(text.encode("utf-16-le")) // 2, text)


def moment(text):
    whole, _, parts = text.rstrip("Z").partition(".")
    if whole.count(":") == 1:
        whole += ":00"
    micros = int((parts + "000000")[:6])
    return datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S").replace(microsecond=micros, tzinfo=timezone.utc)


def check(holds, what):
    if not holds:
        raise Broken(what)


def manifest(folder):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        about = json.load(file)
    named = {file["name"]: file["sha256"] for file in about["files"]}
    there = set()
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__MACOSX"]
        for name in names:
            if name.startswith("."):
                continue
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


def anchor_rows(folder, daily, store, orders):
    """The newest row of each order, from the rows of the anchors that are there."""
    newest = {}
    for anchor in daily:
        path = os.path.join(folder, "anchored", "%d.txt" % anchor["number"])
        if not os.path.exists(path):
            continue
        digest = hashlib.sha256()
        count = 0
        with open(path, "rb") as file:
            for count, line in enumerate(file, 1):
                digest.update(line)
                position, whose, order, link, held = line.decode("utf-8").rstrip("\n").split(" ")
                check(int(position) == count, "a row of anchor %d is missing before %d" % (anchor["number"], int(position)))
                if whose == store and int(order) in orders:
                    newest[int(order)] = {"anchor": anchor["number"], "link": int(link), "hash": held}
        check(digest.hexdigest() == anchor["digest"] and count == anchor["changed"],
              "the rows of anchor %d aren't those that its digest is of" % anchor["number"])
    return newest


def anchored(order, rows, links, daily, newest):
    """The last link that an anchor holds."""
    hashes = {link["link"]: link["hash"] for link in links}
    held = newest.get(order)
    for row in rows + ([held] if held else []):
        check(0 < row["anchor"] <= len(daily), "anchor %d is missing" % row["anchor"])
        check(hashes.get(row["link"]) == row["hash"],
              "anchor %d holds another link %d of order %s" % (row["anchor"], row["link"], order))
    if held:
        check([row["link"] for row in rows if row["anchor"] == held["anchor"]] == [held["link"]],
              "anchor %d holds order %s, and anchored.json doesn't say so" % (held["anchor"], order))
    if rows:
        last = rows[-1]
        check(held is not None and held["anchor"] >= last["anchor"] and held["link"] >= last["link"],
              "the rows of anchor %d don't hold order %s, or are missing" % (last["anchor"], order))
    upto = held["link"] if held else 0
    if len(daily) > 1:
        for link in links:
            check(link["link"] <= upto or moment(link["at"]) >= moment(daily[-2]["at"]),
                  "link %d of order %s is older than anchor %d, and the one after that doesn't hold it"
                  % (link["link"], order, daily[-2]["number"]))
    return upto


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
        check(event["body"] is not None or event["emptied_at"] or not event["whole"],
              what + "has no body, and nothing emptied it")
        check(event["body"] is None or sha256(base64.b64decode(event["body"])) == event["body_sha256"],
              what + "was changed")


def events_read(order, events, links):
    """That the readings had these events, as they are."""
    about = [event for event in events if event["disposition"] == "order"]
    digests = {event["id"]: sha256(values(event, EVENT)) for event in about}
    told = {}
    last = None
    for link in links:
        read = json.loads(link["detail"]).get("eventsRead") if link["step"] == "order-read" else None
        if read:
            last = (link, read)
            told.update((int(event), digest) for event, digest in read["each"].items())
    for event, digest in sorted(told.items()):
        check(event in digests, "event %d of order %s is missing: its reading had it" % (event, order))
        check(digests[event] == digest, "event %d of order %s isn't what its reading had" % (event, order))
    if last:
        link, read = last
        # an event with a lower number may come in later than those that were read
        late = {event["id"] for event in about
                if event["id"] not in told and moment(event["received_at"]) > moment(link["at"]) - LATE}
        check(read["sha256"] in (joined(digests, read["upTo"], set()), joined(digests, read["upTo"], late)),
              "the events of order %s up to event %d aren't those that its last reading had" % (order, read["upTo"]))


def joined(digests, upto, late):
    ids = sorted(event for event in digests if event <= upto and event not in late)
    return sha256("\n".join(digests[event] for event in ids[-EVENTS_AT_MOST:]))


def told(links):
    """The journals that the chain tells of, by their reference: what was written, and what became of it."""
    journals = {}
    for link in links:
        says = json.loads(link["detail"])
        if link["step"] == "journal-written":
            journals.setdefault(link["reference"], []).append({"says": says, "state": "planned", "number": None})
        elif link["step"].startswith("journal-") and link["reference"] in journals:
            state = link["step"][len("journal-"):]
            if state in STATES:
                newest = journals[link["reference"]][-1]
                newest["state"] = state
                newest["number"] = says.get("x3Number", newest["number"])
    return journals


def journals(order, rows, lines, links, readings):
    planned = {json.loads(link["detail"]).get("reading") for link in links if link["step"] == "planned"}
    there = {reading["sha256"] for reading in readings}
    written = told(links)
    of = {}
    for line in lines:
        of.setdefault(line["journal_id"], []).append(line)
    seen = {}
    for journal in rows:
        reference = journal["reference"]
        what = "journal %s of order %s " % (reference, order)
        nth = seen.get(reference, 0)
        seen[reference] = nth + 1
        check(nth < len(written.get(reference, [])), what + "is not in the chain")
        became = written[reference][nth]
        whole(what, journal, of.pop(journal["id"], []), became["says"])
        check(journal["reading"] is None or (journal["reading"] in planned and journal["reading"] in there),
              what + "was planned from a reading that isn't there")
        check(journal["state"] == became["state"],
              what + "is %s, and the chain says %s" % (journal["state"], became["state"]))
        check(journal["x3_number"] == (became["number"] if became["state"] == "posted" else None),
              what + "has another number in Sage X3 than the chain says")
    for reference, each in written.items():
        check(seen.get(reference, 0) == len(each),
              "journal %s of order %s is in the chain and missing" % (reference, order))
    check(not of, "there are lines of journals that order %s doesn't have" % order)


def whole(what, journal, lines, says):
    for column, name in (("kind", "kind"), ("channel", "channel"), ("currency", "currency"),
                         ("accounting_date", "accountingDate"), ("document_date", "documentDate"),
                         ("rate_date", "rateDate")):
        check(name not in says or journal[column] == says[name], what + "has another %s than the chain says" % name)
    amounts = [(line["account"], line["role"], Decimal(line["amount"])) for line in lines if not line["memo"]]
    check(amounts == [split(line) for line in says["lines"]], what + "has other lines than the chain says")
    if "sha256" in says:
        text = "".join(values(line, LINE) + value("true" if line["memo"] else "false") + value(plain(line["amount"]))
                       for line in lines)
        check(sha256(values(journal, JOURNAL) + value(sha256(text))) == says["sha256"],
              what + "or one of its lines isn't what was written")


def plain(amount):
    return format(Decimal(amount).normalize(), "f")


def split(line):
    account, role, amount = line.rsplit(" ", 2)
    return account, role, Decimal(amount)


def decisions(links):
    """The approvals by number, the recorded refunds in their order, and what is set aside by refund, as the chain tells them."""
    asked, recorded, aside = {}, [], {}
    for link in links:
        says = json.loads(link["detail"])
        kind, _, state = link["step"].rpartition("-")
        if kind in ("record-refund", "remove-refund"):
            number = says["approval"]
            if state == "asked":
                asked[number] = {"kind": kind, "state": "waiting", "says": says, "decided_by": None}
                continue
            there = asked.get(number, {"state": "missing"})
            check(there["state"] == "waiting", "approval %d was %s, and nobody had asked for it" % (number, state))
            check(there["kind"] == kind and alike(there["says"]["by"], says["askedBy"])
                  and alike(there["says"]["tender"], says["tender"])
                  and figures(there["says"]) == figures(says), "approval %d was %s as another" % (number, state))
            check(says["by"].lower() != says["askedBy"].lower() or "***" in says["by"],
                  "approval %d was %s by who asked" % (number, state))
            there.update(state=state, decided_by=says["by"])
            if state == "confirmed" and kind == "record-refund":
                recorded.append({"says": says, "removed": False})
            elif state == "confirmed":
                removed = int(says["refund"][1:])
                check(0 < removed <= len(recorded), "a refund %s was removed that nobody had recorded" % says["refund"])
                recorded[removed - 1]["removed"] = True
        elif link["step"] == "order-replayed" and "approval" in says:
            check(says["by"].lower() != says["askedBy"].lower() or "***" in says["by"],
                  "the order was worked again under approval %d by who asked" % says["approval"])
        elif link["step"] == "set-aside":
            aside[says["refund"]] = dict(says, kept="")
        elif link["step"] == "set-aside-undone":
            aside.pop(says["refund"], None)
        elif link["step"] == "set-aside-kept" and says["refund"] in aside:
            aside[says["refund"]]["kept"] = says["sha256"]
        elif 0 in aside and "difference" in aside[0]:
            if link["step"] in ("order-set-aside", "order-parked"):
                aside[0]["difference"] = False
            elif link["step"] == "order-replayed" and says.get("difference"):
                aside[0]["difference"] = True
    return asked, recorded, aside


def figures(says):
    return says.get("refund"), Decimal(says["amount"]), Decimal(says["tax"]), says["date"]


def alike(told, row):
    """The chain has what people said, and their names, in one line and without what was a secret then."""
    if told == row or told is None or row is None:
        return told == row
    told, row = ("".join(" " if part.isspace() else part for part in text if unicodedata.category(part) != "Cf")
                 for text in (told, row))
    told, row = (" ".join(text.split()) for text in (told, row))
    parts = told.split("***")
    if len(parts) == 1 or not row.startswith(parts[0]):
        return told == row
    at = len(parts[0])
    for part in parts[1:-1]:
        at = row.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return len(row) - len(parts[-1]) >= at and row.endswith(parts[-1])


def requested(request):
    says = json.loads(request)
    return figures(dict(says, refund="M%d" % says["number"] if "number" in says else None))


def decided(order, links, approvals, refunds, set_asides):
    """That what people decided is what the chain says."""
    asked, recorded, aside = decisions(links)
    for row in approvals:
        what = "approval %d of order %s " % (row["id"], order)
        there = asked.pop(row["id"], None)
        check(there, what + "is not in the chain")
        check((row["kind"], row["state"]) == (there["kind"], there["state"])
              and alike(there["says"]["by"], row["asked_by"]) and alike(there["decided_by"], row["decided_by"])
              and alike(there["says"]["tender"], json.loads(row["request"])["tender"])
              and requested(row["request"]) == figures(there["says"]), what + "isn't as the chain says")
    check(not asked, "an approval of order %s is in the chain and missing" % order)
    for number, row in enumerate(refunds, 1):
        what = "recorded refund M%d of order %s " % (row["number"], order)
        check(row["number"] == number <= len(recorded), what + "is not in the chain, or one before it is missing")
        says = recorded[number - 1]["says"]
        check((Decimal(row["amount"]), Decimal(row["tax"]), row["refunded_on"]) == figures(says)[1:]
              and alike(says["tender"], row["tender"])
              and alike(says["askedBy"], row["asked_by"]) and alike(says["by"], row["confirmed_by"])
              and row["after_refund"] == says.get("after", row["after_refund"])
              and (row["removed_at"] is not None) == recorded[number - 1]["removed"], what + "isn't as the chain says")
    check(len(refunds) == len(recorded), "a recorded refund of order %s is in the chain and missing" % order)
    for row in set_asides:
        what = "set-aside of %s %s " % ("refund %d of order" % row["refund_id"] if row["refund_id"] else "order", order)
        says = aside.pop(row["refund_id"], None)
        check(says, what + "is not in the chain")
        check(row["kind"] == says["kind"] and alike(says["x3Number"], row["x3_number"] or "")
              and alike(says["by"], row["set_by"]), what + "isn't as the chain says")
        check("difference" not in says
              or (row["difference"], sha256(row["kept"]) if row["kept"] else "") == (says["difference"], says["kept"]),
              what + "isn't as the chain says")
    check(not aside, "a set-aside of order %s is in the chain and missing" % order)


def answers(order, rows, links):
    expected = []
    for link in links:
        if link["step"].startswith("journal-") and link["step"] not in ("journal-written", "journal-planned"):
            says = {**json.loads(link["detail"]), **json.loads(link["words"] or "{}")}
            expected.append({"link": link["link"], "at": link["at"], "reference": link["reference"], "step": link["step"],
                             "says": {name: said for name, said in says.items() if name not in ("salt", "wordsSha256")}})
    check(rows == expected, "an answer in x3-answers.json of order %s isn't what the chain says" % order)


def main(folder):
    about = manifest(folder)
    check(about["orders"], "there is no order in it")
    with open(os.path.join(folder, "anchors.json"), encoding="utf-8") as file:
        daily = json.load(file)
    anchors(daily)
    newest = anchor_rows(folder, daily, about["store"], set(about["orders"]))
    notes = []
    if daily:
        notes.append("Anchor %d of %s is the newest, with the hash %s: compare it with the one that was mailed or logged"
                     % (daily[-1]["number"], daily[-1]["at"], daily[-1]["hash"]))
    else:
        notes.append("There is no anchor: nothing proves that these are the chains that the program made")
    for order in about["orders"]:
        def rows(name):
            with open(os.path.join(folder, "orders", str(order), name + ".json"), encoding="utf-8") as file:
                return json.load(file)
        links = rows("chain")
        chain(about["store"], order, links)
        held = anchored(order, rows("anchored"), links, daily, newest)
        if not links:
            notes.append("Order %d has no chain" % order)
        elif held < len(links):
            notes.append("No anchor holds links %d to %d of order %d yet" % (held + 1, len(links), order))
        events = rows("events")
        kept(order, rows("readings"), events, rows("planned-with"))
        events_read(order, events, links)
        journals(order, rows("journals"), rows("lines"), links, rows("readings"))
        answers(order, rows("x3-answers"), links)
        decided(order, links, rows("approvals"), rows("recorded-refunds"), rows("set-asides"))
    if about["leftOut"]:
        notes.append("Left out, for their size: orders " + ", ".join(str(order) for order in about["leftOut"]))
    orders = len(about["orders"])
    return ["OK: %d %s, %d files" % (orders, "order" if orders == 1 else "orders", len(about["files"]))] + notes


if __name__ == "__main__":
    try:
        here = os.path.dirname(os.path.abspath(__file__))
        print("\n".join(main(sys.argv[1] if len(sys.argv) > 1 else here)))
    except Broken as broken:
        print("BROKEN: %s" % broken)
        sys.exit(1)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as unreadable:
        print("BROKEN: it can't be read: %r" % unreadable)
        sys.exit(1)
