package io.ledgerbridge.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How orders stand, as they are asked for: each of the program's states, and those under way together. */
public enum OrderState {
    ON_THE_WAY("standing = 'on-the-way'"),
    WAITING("standing = 'on-the-way' AND (lease_holder IS NULL OR due_at IS NULL OR due_at <= :now)"),
    POSTING("standing = 'on-the-way' AND lease_holder IS NOT NULL AND due_at > :now"),
    POSTED("standing = 'posted'"),
    HELD("standing = 'held'"),
    PARKED("standing = 'parked'"),
    IGNORED("standing = 'ignored'"),
    SET_ASIDE("standing = 'set-aside'");

    private final String condition;

    OrderState(String condition) {
        this.condition = condition;
    }

    /** As rows and answers spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that a text spells; none where it spells no state. */
    public static Optional<OrderState> of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }

    /** Of a row; without a parameter for the class, so that the database sees which of its indexes have it. */
    String condition() {
        return condition;
    }
}
