package io.ledgerbridge.queue;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.posting.SetAside;
import java.util.List;
import java.util.Map;

/** Keeps how an order stands that is set aside, or one refund of it, and has the order's chain tell it. */
record KeptSetAsides(SetAsides setAsides, AuditTrail audit) {

    private static final String KEPT = "set-aside-kept";

    /** Of an order that changed more often since it was set aside, it is told once more. */
    private static final int MOST = 100;

    /**
     * In the transaction that writes a plan. It is told, too, where a process of the version before has kept it, which tells
     * nobody.
     *
     * @param refund 0 for the order as a whole
     */
    void keep(Claim claim, long refund, SetAside.Kept kept) {
        SetAsides.KeptNow now = setAsides.keep(claim, refund, kept);
        if (now.isNew() || !isTold(claim, refund, now.sha256())) {
            audit.append(claim, KEPT, null, Map.of("refund", refund, "sha256", now.sha256()));
        }
    }

    /** By the last link about it. */
    private boolean isTold(Claim claim, long refund, String sha256) {
        List<AuditLink> told = audit.newestOf(claim.store(), claim.order(), KEPT, MOST);
        return told.stream()
                .map(AuditLink::detail)
                .filter(detail -> detail.contains("\"refund\":%d,".formatted(refund)))
                .reduce((first, last) -> last)
                .filter(last -> last.contains(sha256))
                .isPresent();
    }
}
