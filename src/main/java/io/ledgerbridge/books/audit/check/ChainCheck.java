package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.AuditChain;
import io.ledgerbridge.books.audit.AuditHead;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.ChainKeys.Proof;
import io.ledgerbridge.books.audit.KeyedHash;
import io.ledgerbridge.books.audit.anchors.Anchored;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the links of one chain, one after the other, and at its head and what anchors hold of it. */
final class ChainCheck {

    /** A kind of fault, of which a chain's first is told: the others follow from it. */
    private enum Kind {
        CHAIN,
        KEY,
        HEAD,
        ANCHOR
    }

    private final String store;
    private final long order;
    private final @Nullable AuditHead head;
    private final List<Anchored> anchored;
    private final CheckedAgainst against;
    private final ToldByChain told;
    private final Set<Kind> found = EnumSet.noneOf(Kind.class);
    private final int mayBeOld;
    private int anchorsSeen;
    private @Nullable AuditLink last;

    /** @param anchored by anchor */
    ChainCheck(String store, long order, @Nullable AuditHead head, List<Anchored> anchored, CheckedAgainst against) {
        this.store = store;
        this.order = order;
        this.head = head;
        this.anchored = anchored;
        this.against = against;
        this.told = new ToldByChain(new SaidWords(against.words()));
        this.mayBeOld = mayBeOld();
    }

    ToldByChain told() {
        return told;
    }

    boolean isEmpty() {
        return last == null;
    }

    void look(AuditLink link) {
        lookAtChain(link);
        lookAtKey(link);
        lookAtAnchors(link);
        if (head != null && head.link() == link.link() && !head.hash().equals(link.hash())) {
            find(Kind.HEAD, link.link(), "the chain's head holds another link %d".formatted(link.link()));
        }
        told.look(link);
        last = link;
    }

    /** There is no further link. */
    void end() {
        if (last == null) {
            lookForChain();
            return;
        }
        lookForTail(last);
        lookAtHead(last);
    }

    private void lookAtChain(AuditLink link) {
        int expected = last == null ? 1 : last.link() + 1;
        if (link.link() > expected) {
            find(
                    Kind.CHAIN,
                    link.link(),
                    expected == link.link() - 1
                            ? "link %d is missing before this one".formatted(expected)
                            : "links %d to %d are missing before this one".formatted(expected, link.link() - 1));
        } else if (!AuditChain.follows(last, store, order, link)) {
            find(Kind.CHAIN, link.link(), "this link isn't what was written, or doesn't follow the one before it");
        }
    }

    private void lookAtKey(AuditLink link) {
        Proof proof = link.proof(against.keys());
        if (proof == null && (link.link() > mayBeOld || against.isTooYoung(link.at()))) {
            find(Kind.KEY, link.link(), "this link has no keyed hash, though links have one since it was written");
        } else if (proof == Proof.FORGED) {
            find(Kind.KEY, link.link(), "this link's keyed hash doesn't fit: somebody without the key has written it");
        } else if (proof == Proof.KEY_GONE) {
            keyGone(link.link(), link.keyed());
        }
    }

    private void lookAtAnchors(AuditLink link) {
        while (anchorsSeen < anchored.size() && anchored.get(anchorsSeen).link() <= link.link()) {
            Anchored row = anchored.get(anchorsSeen++);
            if (row.link() < link.link() || !row.hash().equals(link.hash())) {
                find(Kind.ANCHOR, row.link(), "anchor %d holds another link %d".formatted(row.anchor(), row.link()));
            }
        }
    }

    private void lookForTail(AuditLink end) {
        if (head != null && head.link() > end.link()) {
            find(
                    Kind.ANCHOR,
                    end.link() + 1,
                    "the chain ends at link %d and its head is at link %d: what is between is missing"
                            .formatted(end.link(), head.link()));
        }
        anchored.stream()
                .skip(anchorsSeen)
                .forEach(row -> find(
                        Kind.ANCHOR,
                        end.link() + 1,
                        "the chain ends at link %d and anchor %d holds its link %d: what is between is missing"
                                .formatted(end.link(), row.anchor(), row.link())));
    }

    private void lookAtHead(AuditLink end) {
        if (head == null) {
            if (end.keyed() != null || against.hasAnchors()) {
                find(Kind.HEAD, end.link(), "the chain's head is missing");
            }
            return;
        }
        if (head.link() < end.link() && (end.keyed() != null || against.hasAnchors())) {
            find(
                    Kind.HEAD,
                    head.link() + 1,
                    "the chain goes on behind its head, which is at link %d".formatted(head.link()));
        }
        Proof proof = head.proof(against.keys());
        if (proof == Proof.FORGED) {
            find(Kind.HEAD, head.link(), "the chain's head is forged: somebody without the key has written it");
        } else if (proof == Proof.KEY_GONE) {
            keyGone(head.link(), head.keyed());
        }
        if (head.anchored()
                && (anchored.isEmpty() || anchored.get(anchored.size() - 1).link() != head.link())) {
            find(Kind.ANCHOR, head.link(), "the chain's head says that an anchor holds it, and none does");
        }
    }

    private void lookForChain() {
        if (head != null) {
            find(Kind.CHAIN, 1, "the whole chain is missing: its head is at link %d".formatted(head.link()));
        } else if (!anchored.isEmpty()) {
            Anchored row = anchored.get(anchored.size() - 1);
            find(
                    Kind.CHAIN,
                    1,
                    "the whole chain is missing: anchor %d holds its link %d".formatted(row.anchor(), row.link()));
        }
    }

    private void keyGone(int link, @Nullable KeyedHash keyed) {
        find(
                Kind.KEY,
                link,
                "this link can't be proven: its key %s is not in the keyset"
                        .formatted(keyed == null ? "" : keyed.keyId()));
    }

    private void find(Kind kind, int link, String says) {
        if (found.add(kind)) {
            against.findings().add(Finding.ofLink(store, order, link, says));
        }
    }

    /** The link up to which a keyed hash may be lacking. */
    private int mayBeOld() {
        if (head == null) {
            return against.hasAnchors() ? 0 : Integer.MAX_VALUE;
        }
        return head.proof(against.keys()) == Proof.FORGED ? 0 : head.oldLinks();
    }
}
