package io.ledgerbridge.sagex3;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a store stands with Sage X3's tokens.
 *
 * @param endpoint named by X3 when it was paired; none: the settings'
 * @param accessUntil when the stored access token ends
 * @param refreshedAt when the stored refresh token was issued, as far as is known
 * @param needsPairingSince none: it doesn't
 * @param detail what X3 said when it refused
 */
public record Login(
        String store,
        @Nullable String endpoint,
        @Nullable Instant accessUntil,
        @Nullable Instant refreshedAt,
        @Nullable Instant needsPairingSince,
        @Nullable String detail) {

    /** Sage's documentation: a refresh token lives for 30 days, and each refresh gives a new one. */
    private static final Duration REFRESH_TOKENS_LAST = Duration.ofDays(30);

    private static final Duration WARNING = Duration.ofDays(5);

    static Login unknown(String store) {
        return new Login(store, null, null, null, null, null);
    }

    public boolean needsPairing() {
        return needsPairingSince != null;
    }

    /** When the refresh token ends unless it is used before. */
    public @Nullable Instant refreshTokenEndsAt() {
        return refreshedAt == null ? null : refreshedAt.plus(REFRESH_TOKENS_LAST);
    }

    /** Whether the refresh token ends within five days. */
    public boolean endsSoon(Instant now) {
        Instant end = refreshTokenEndsAt();
        return end != null && !now.isBefore(end.minus(WARNING));
    }
}
