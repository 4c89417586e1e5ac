package io.ledgerbridge.books.audit.anchors;

import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.KeyedHash;
import io.ledgerbridge.database.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all chains were at a time. The anchors are a chain of their own.
 *
 * @param number 1, 2, 3 …
 * @param changed how many chains had new links since the anchor before
 * @param chains how many there were
 * @param links how many those had
 * @param digest over where each of the changed chains ended
 * @param previousHash of the anchor before; 64 zeros for the first
 * @param keyed over the hash
 */
public record Anchor(
        int number,
        Instant at,
        int changed,
        long chains,
        long links,
        String digest,
        String previousHash,
        String hash,
        KeyedHash keyed) {

    private static final String KIND = "anchor";
    private static final String NO_ANCHOR = "0".repeat(64);

    /** How many chains there are, and how many links they have. */
    record Totals(long chains, long links) {}

    /**
     * The next one.
     *
     * @param before null for the first
     * @param at in microseconds
     */
    static Anchor next(@Nullable Anchor before, Instant at, AnchorDigest rows, Totals totals, ChainKeys keys) {
        int number = before == null ? 1 : before.number + 1;
        String digest = rows.sha256();
        String previous = before == null ? NO_ANCHOR : before.hash;
        String hash = hash(number, at, rows.rows(), totals, digest, previous);
        return new Anchor(
                number, at, rows.rows(), totals.chains, totals.links, digest, previous, hash, keys.of(KIND, hash));
    }

    /** Whether it says what it said when it was made. */
    public boolean isWhole() {
        return hash.equals(hash(number, at, changed, new Totals(chains, links), digest, previousHash));
    }

    /**
     * Whether it is the next one.
     *
     * @param before null for the first
     */
    public boolean follows(@Nullable Anchor before) {
        return previousHash.equals(before == null ? NO_ANCHOR : before.hash);
    }

    /** What its keyed hash proves. */
    public ChainKeys.Proof proof(ChainKeys keys) {
        return keys.proof(keyed, KIND, hash);
    }

    private static String hash(int number, Instant at, int changed, Totals totals, String digest, String previous) {
        return Sha256.of(String.join(
                "\n",
                previous,
                Integer.toString(number),
                at.toString(),
                Integer.toString(changed),
                Long.toString(totals.chains),
                Long.toString(totals.links),
                digest));
    }

    public static Anchor of(ResultSet row, int index) throws SQLException {
        return new Anchor(
                row.getInt("number"),
                row.getTimestamp("at").toInstant(),
                row.getInt("changed"),
                row.getLong("chains"),
                row.getLong("links"),
                row.getString("digest"),
                row.getString("previous_hash"),
                row.getString("hash"),
                new KeyedHash(row.getString("key_id"), row.getString("keyed_hash")));
    }
}
