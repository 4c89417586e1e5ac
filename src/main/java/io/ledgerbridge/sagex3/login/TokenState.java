package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.sagex3.FolderSettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a store's log-in to Sage X3 by tokens.
 *
 * @param endpoint named by X3 when it was paired; none: the settings'
 * @param namedUnder the settings under which it was named; none: not known, and taken for today's
 * @param accessUntil when the stored access token ends
 * @param refreshedAt when the stored refresh token was issued, as far as is known
 * @param needsPairingSince none: it doesn't
 * @param detail what X3 said when it refused
 * @param refusedSha256 of the request that it refused; none: not known, or to be tried again
 * @param renewingUntil so long nobody but one process asks for new tokens; none: nobody does
 */
public record TokenState(
        String store,
        @Nullable String endpoint,
        @Nullable String namedUnder,
        @Nullable Instant accessUntil,
        @Nullable Instant refreshedAt,
        @Nullable Instant needsPairingSince,
        @Nullable String detail,
        @Nullable String refusedSha256,
        @Nullable Instant renewingUntil) {

    /** Sage's documentation: a refresh token lives for 30 days, and each refresh gives a new one. */
    private static final Duration REFRESH_TOKENS_LAST = Duration.ofDays(30);

    private static final Duration WARNING = Duration.ofDays(5);

    static TokenState unknown(String store) {
        return paired(store, null, null);
    }

    /** A pairing, whose tokens are yet to come. */
    static TokenState paired(String store, @Nullable String endpoint, @Nullable String namedUnder) {
        return new TokenState(store, endpoint, namedUnder, null, null, null, null, null, null);
    }

    /** The same with new tokens. */
    TokenState granted(@Nullable Instant accessUntil, @Nullable Instant refreshedAt) {
        return new TokenState(store, endpoint, namedUnder, accessUntil, refreshedAt, null, null, null, null);
    }

    /** The same once X3 has refused a request for tokens, or there is none to send. */
    TokenState refused(Instant now, String words, @Nullable String sha256) {
        Instant since = needsPairingSince == null ? now : needsPairingSince;
        return new TokenState(store, endpoint, namedUnder, null, refreshedAt, since, words, sha256, null);
    }

    /** The same, but what X3 has refused is tried once more. */
    TokenState toBeTriedAgain() {
        return new TokenState(
                store, endpoint, namedUnder, accessUntil, refreshedAt, needsPairingSince, detail, null, renewingUntil);
    }

    /** The same while one process asks for new tokens, or none does. */
    TokenState renewing(@Nullable Instant until) {
        return new TokenState(
                store, endpoint, namedUnder, accessUntil, refreshedAt, needsPairingSince, detail, refusedSha256, until);
    }

    /** Whether this is the request that X3 refused; what a change of the settings has made of it is another. */
    boolean hasRefused(GrantRequest request) {
        return needsPairing() && request.sha256().equals(refusedSha256);
    }

    boolean isRenewing(Instant now) {
        return renewingUntil != null && now.isBefore(renewingUntil);
    }

    /** The endpoint that X3 named, as long as the settings are those under which it did. */
    @Nullable
    String endpointUnder(FolderSettings folder) {
        return folder.auth().isPaired() && (namedUnder == null || namedUnder.equals(folder.namedUnder()))
                ? endpoint
                : null;
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
