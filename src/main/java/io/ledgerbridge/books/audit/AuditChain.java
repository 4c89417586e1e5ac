package io.ledgerbridge.books.audit;

import io.ledgerbridge.database.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What makes links a chain: each one's hash goes over what it says and over the hash of the one before. */
public final class AuditChain {

    /** What stands for the hash of the link before the first. */
    private static final String NO_LINK = "0".repeat(64);

    private AuditChain() {}

    /**
     * The next link of an order's chain.
     *
     * @param before null for the first
     * @param at in microseconds, as a row keeps it
     */
    public static AuditLink next(
            @Nullable AuditLink before,
            String store,
            long order,
            Instant at,
            String step,
            @Nullable String reference,
            String detail) {
        int number = before == null ? 1 : before.link() + 1;
        String previous = before == null ? NO_LINK : before.hash();
        String hash = hash(previous, store, order, number, at, step, reference, detail);
        return new AuditLink(number, at, step, reference, detail, previous, hash, null);
    }

    /** Whether a link is the next of an order's chain, and says what it said when it was written. */
    public static boolean follows(@Nullable AuditLink before, String store, long order, AuditLink link) {
        return link.isPlainly(next(before, store, order, link.at(), link.step(), link.reference(), link.detail()));
    }

    private static String hash(
            String previous,
            String store,
            long order,
            int number,
            Instant at,
            String step,
            @Nullable String reference,
            String detail) {
        String text = String.join(
                "\n",
                previous,
                store,
                Long.toString(order),
                Integer.toString(number),
                at.toString(),
                step,
                reference == null ? "" : reference,
                detail);
        return Sha256.of(text);
    }
}
