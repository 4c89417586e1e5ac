package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.posting.Plan;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What working an order would come to: each that is compared is in one of these, so that their numbers add up. */
public enum ShadowOutcome {
    /** Entries would be posted, and nobody be needed. */
    POST,
    /** The ledger holds what it should. */
    AGREE,
    /** It makes no entry by rule. */
    IGNORE,
    /** It isn't paid yet. */
    HOLD,
    /** A person has set it aside. */
    SET_ASIDE,
    /** It would need a person, whether a part of it would be posted or not. */
    PARK,
    /** BigCommerce didn't give it, or something in it can't be read. */
    UNREAD;

    static ShadowOutcome of(Plan plan) {
        boolean posts = !plan.journals().isEmpty();
        return switch (plan.decision()) {
            case PARK -> PARK;
            case POST -> posts ? POST : AGREE;
            case HOLD -> posts ? POST : HOLD;
            case SET_ASIDE -> posts ? POST : SET_ASIDE;
            case IGNORE -> IGNORE;
        };
    }

    /** As rows, links and messages spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that {@link #label()} spells so; empty where none does. */
    public static Optional<ShadowOutcome> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.label().equals(label))
                .findFirst();
    }
}
