package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.ChainKeys.Proof;
import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.AnchorDigest;
import io.ledgerbridge.books.audit.anchors.AnchorRows;
import io.ledgerbridge.books.audit.anchors.Anchored;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the anchors one after the other, each with its rows, and compares them with those that the program's own chain tells of. */
final class AnchorsCheck {

    private final AnchorRows rows;
    private final ChainKeys keys;
    private final Map<Integer, String> told;
    private final Findings findings;
    private final int newest;
    private final int highestTold;
    private @Nullable Anchor last;

    /** @param told hash of each anchor that the program's own chain tells of, by its number */
    AnchorsCheck(AnchorRows rows, ChainKeys keys, Map<Integer, String> told, Findings findings) {
        this.rows = rows;
        this.keys = keys;
        this.told = told;
        this.findings = findings;
        this.highestTold = told.isEmpty() ? 0 : Collections.max(told.keySet());
        this.newest = rows.newest().map(Anchor::number).orElse(0);
    }

    /** Looks at the next anchor, all in one transaction; false where there is none, but for those that were made meanwhile. */
    boolean next() {
        int before = last == null ? 0 : last.number();
        Optional<Anchor> next = rows.after(before).filter(anchor -> anchor.number() <= newest);
        int end = next.map(Anchor::number).orElseGet(() -> highestTold + 1);
        for (int missing = before + 1; missing < end; missing++) {
            find(missing, "the anchor is missing");
        }
        next.ifPresent(anchor -> {
            look(anchor);
            last = anchor;
        });
        return next.isPresent();
    }

    private void look(Anchor anchor) {
        Proof proof = anchor.proof(keys);
        if (!anchor.isWhole()) {
            find(anchor.number(), "the anchor isn't what was written");
        } else if (proof == Proof.FORGED) {
            find(anchor.number(), "the anchor is forged: somebody without the key has written it");
        } else if (proof == Proof.KEY_GONE) {
            find(
                    anchor.number(),
                    "the anchor can't be proven: its key %s is not in the keyset"
                            .formatted(anchor.keyed().keyId()));
        } else if (isNext(anchor) && !anchor.follows(last)) {
            find(anchor.number(), "the anchor doesn't follow the one before it");
        } else if (!isTold(anchor)) {
            find(anchor.number(), "the anchor isn't the one that the chain of order 0 of store * tells of");
        }
        lookAtRows(anchor);
    }

    /** Of one behind a gap nothing is known of the one before. */
    private boolean isNext(Anchor anchor) {
        return anchor.number() == (last == null ? 1 : last.number() + 1);
    }

    /** Those that were made since the chain was looked at can't be. */
    private boolean isTold(Anchor anchor) {
        return anchor.number() > highestTold || anchor.hash().equals(told.get(anchor.number()));
    }

    private void lookAtRows(Anchor anchor) {
        AnchorDigest digest = new AnchorDigest();
        RowsBefore before = new RowsBefore(anchor.number());
        rows.each(anchor.number(), row -> {
            before.look(row);
            digest.add(row);
        });
        if (!before.found
                && (digest.rows() != anchor.changed() || !digest.sha256().equals(anchor.digest()))) {
            find(
                    anchor.number(),
                    "the anchor has %d chains, which aren't the %d that it was made of"
                            .formatted(digest.rows(), anchor.changed()));
        }
    }

    private void find(int anchor, String says) {
        findings.add(Finding.ofAnchor(anchor, says));
    }

    /** Sees where a row of an anchor is missing. */
    private final class RowsBefore {

        private final int anchor;
        private @Nullable Anchored row;
        private boolean found;

        RowsBefore(int anchor) {
            this.anchor = anchor;
        }

        void look(Anchored next) {
            int expected = row == null ? 1 : row.position() + 1;
            if (next.position() != expected && !found) {
                found = true;
                find(
                        anchor,
                        "the anchor lacks chains before order %d of store %s%s"
                                .formatted(
                                        next.order(),
                                        next.store(),
                                        row == null
                                                ? ""
                                                : ", behind order %d of store %s".formatted(row.order(), row.store())));
            }
            row = next;
        }
    }
}
