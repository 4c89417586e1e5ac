package io.ledgerbridge.books.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The end of a chain to which a link is added.
 *
 * @param head null where the chain has none, or isn't begun
 */
record AuditEnd(@Nullable AuditLink last, @Nullable AuditHead head) {

    static final AuditEnd OF_NO_CHAIN = new AuditEnd(null, null);

    static AuditEnd of(ResultSet row, int index) throws SQLException {
        return new AuditEnd(AuditLink.of(row, index), AuditHead.besideLink(row));
    }

    /** Whether its head is where it ends, or it has neither. */
    boolean isWhole() {
        return last == null ? head == null : head != null && head.isAt(last);
    }

    /** Whether its last link is of a version without keyed hashes. */
    boolean isOld() {
        return last != null && last.keyed() == null;
    }

    /** The head after the next link. */
    AuditHead with(AuditLink next, ChainKeys keys) {
        int old = isWhole() || last == null ? (head == null ? 0 : head.oldLinks()) : last.link();
        return AuditHead.at(next.link(), next.hash(), old, keys);
    }
}
