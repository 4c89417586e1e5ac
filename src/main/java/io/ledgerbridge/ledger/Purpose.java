package io.ledgerbridge.ledger;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a line is for, as amounts are summed and compared: its role, and within it the way of paying or the tax code, where
 * the channel has lists of these.
 *
 * @param tender the way of paying by its name, of a {@link Role#RECEIVABLE} that is split by it
 * @param taxCode of a sale role that is split by it
 */
public record Purpose(
        Role role, @Nullable String tender, @Nullable String taxCode) implements Comparable<Purpose> {

    private static final Comparator<Purpose> ORDER = Comparator.comparing(Purpose::role)
            .thenComparing(Purpose::tender, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Purpose::taxCode, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Of a role that is not split. */
    public static Purpose of(Role role) {
        return new Purpose(role, null, null);
    }

    /** What came in, or went back, by one way of paying. */
    public static Purpose paidBy(String tender) {
        return new Purpose(Role.RECEIVABLE, tender, null);
    }

    /** The part of a role that bears a tax code; the role as such where there is none. */
    public static Purpose taxed(Role role, @Nullable String taxCode) {
        return new Purpose(role, null, taxCode);
    }

    @Override
    public int compareTo(Purpose other) {
        return ORDER.compare(this, other);
    }

    /** As people read it: {@code receivable Card}, {@code revenue FR20}. */
    @Override
    public String toString() {
        String more = tender == null ? taxCode : tender;
        return more == null ? role.label() : role.label() + " " + more;
    }
}
