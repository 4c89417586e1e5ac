package io.ledgerbridge.crash;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a process can end on an order's way, in the order of that way. */
public enum Boundary {
    /** The event is written and the order marked due; nothing is committed. */
    EVENT_WRITTEN,
    /** That is committed; BigCommerce has no answer yet. */
    EVENT_COMMITTED,
    /** The claims of one turn are committed. */
    CLAIMED,
    /** BigCommerce's answers are read; nothing is written of them. */
    ORDER_READ,
    /** What the reading shows and the planned journals are committed; X3 has not heard of them. */
    JOURNAL_WRITTEN,
    /** One of the store's sessions in X3 is taken, in the database; X3 is not asked yet. */
    SESSION_TAKEN,
    /** X3 has answered the look-up. */
    LOOKED_UP,
    /** It is committed that a create is about to be sent; it is not sent. */
    SENDING_WRITTEN,
    /** X3 has the create and commits it after the process has ended. */
    CREATE_SENT(true),
    /** X3 has the create and never commits it. */
    CREATE_LOST(true),
    /** X3 has committed; its answer never arrives. */
    X3_COMMITTED(true),
    /** X3's answer is read; nothing is written of it. */
    REPLY_READ,
    /** It is committed that the journal is posted. */
    POSTED_WRITTEN,
    /** The order's end and its claim's are committed. */
    ORDER_ENDED,
    /** It is committed that the order waits; only orders whose journal's fate is unknown come here. */
    POSTPONED,
    /** A page of orders or refunds that changed is read; nothing is written of it. */
    SWEEP_READ,
    /** That its orders are due is committed; where the sweep stands is not. */
    SWEEP_MARKED,
    /** That, too. */
    SWEEP_ENDED,
    /** A page of a backfill's orders is read; nothing is written of it. */
    BACKFILL_READ,
    /** That its orders are due is committed, and where the backfill goes on. */
    BACKFILL_MARKED,
    /** It is committed that this process asks X3 for tokens; it has not asked. */
    TOKENS_TO_ASK,
    /** X3 has granted new tokens, and taken the old refresh token back; nothing is written of it. */
    TOKENS_GRANTED,
    /** The tokens are committed; nothing is sent with them. */
    TOKENS_WRITTEN;

    private final boolean seenByX3;

    Boundary() {
        this(false);
    }

    Boundary(boolean seenByX3) {
        this.seenByX3 = seenByX3;
    }

    /** Those that every order which is delivered and posted passes. */
    static Set<Boundary> onEveryWay() {
        return EnumSet.range(EVENT_WRITTEN, ORDER_ENDED);
    }

    /** Those on the way by which orders that were not delivered are found. */
    static Set<Boundary> onTheWayOf(News news) {
        return switch (news) {
            case WEBHOOKS -> onEveryWay();
            case SWEEP -> EnumSet.range(SWEEP_READ, SWEEP_ENDED);
            case BACKFILL -> EnumSet.range(BACKFILL_READ, BACKFILL_MARKED);
        };
    }

    /** Those on the way to an access token of OAuth2. */
    static Set<Boundary> onTheWayToTokens() {
        return EnumSet.range(TOKENS_TO_ASK, TOKENS_WRITTEN);
    }

    /** Whether X3 is who sees a process pass it. */
    boolean isSeenByX3() {
        return seenByX3;
    }

    /** Its name in the tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
