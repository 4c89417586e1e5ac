package io.ledgerbridge.sagex3.login;

import org.jspecify.annotations.Nullable;

/** The tokens with which stores call Sage X3, where tokens are fetched. */
@FunctionalInterface
public interface AccessTokens {

    /**
     * A store's access token.
     *
     * @param refused one that X3 doesn't take, so that this is another
     * @throws io.ledgerbridge.faults.Fault where none can be had
     */
    String of(String store, @Nullable String refused);
}
