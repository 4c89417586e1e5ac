package io.ledgerbridge.books.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of an order's audit chain.
 *
 * @param link 1, 2, 3 …
 * @param step what was done
 * @param reference of the journal concerned, where one is
 * @param detail JSON
 * @param previousHash of the link before; 64 zeros for the first
 * @param keyed over the hash; null in links of before there were any
 */
public record AuditLink(
        int link,
        Instant at,
        String step,
        @Nullable String reference,
        String detail,
        String previousHash,
        String hash,
        @Nullable KeyedHash keyed) {

    /** As {@link ChainKeys} tells it from other rows. */
    private static final String KIND = "link";

    /** The same, as only this program can write it. */
    AuditLink keyed(ChainKeys keys) {
        return new AuditLink(link, at, step, reference, detail, previousHash, hash, keys.of(KIND, hash));
    }

    /** What its keyed hash proves; null where it has none. */
    public ChainKeys.@Nullable Proof proof(ChainKeys keys) {
        return keyed == null ? null : keys.proof(keyed, KIND, hash);
    }

    /** Whether it says the same, whoever wrote it. */
    boolean isPlainly(AuditLink other) {
        return equals(new AuditLink(
                other.link,
                other.at,
                other.step,
                other.reference,
                other.detail,
                other.previousHash,
                other.hash,
                keyed));
    }

    public static AuditLink of(ResultSet row, int index) throws SQLException {
        String keyId = row.getString("key_id");
        String keyed = row.getString("keyed_hash");
        return new AuditLink(
                row.getInt("link"),
                row.getTimestamp("at").toInstant(),
                row.getString("step"),
                row.getString("reference"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"),
                keyed == null ? null : new KeyedHash(keyId == null ? "" : keyId, keyed));
    }
}
