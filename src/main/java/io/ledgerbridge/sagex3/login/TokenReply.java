package io.ledgerbridge.sagex3.login;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answered. */
public sealed interface TokenReply {

    /**
     * Tokens.
     *
     * @param refresh the new refresh token, which replaces the one that was used; none for client credentials
     * @param lasts how long the access token lasts
     */
    record Granted(String access, @Nullable String refresh, Duration lasts) implements TokenReply {

        /** Never the tokens. */
        @Override
        public String toString() {
            return "Granted[" + lasts + "]";
        }
    }

    /** 400, 403 or 404: what was shown is worth nothing any more. */
    record Refused(String words) implements TokenReply {}

    /** 401: the client's own id or secret isn't taken. */
    record ClientRefused(String words) implements TokenReply {}
}
