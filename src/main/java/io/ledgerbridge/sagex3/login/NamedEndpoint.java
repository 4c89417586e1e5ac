package io.ledgerbridge.sagex3.login;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The endpoint that X3 may name in its answer to a pairing. */
public final class NamedEndpoint {

    /** The pattern of an endpoint's name; dots alone would lead elsewhere in a path. */
    public static final String PATTERN = "(?!\\.+$)[A-Za-z0-9_.-]{1,60}";

    private static final int LONGEST_ADDRESS = 300;

    private NamedEndpoint() {}

    /**
     * A name, or an address of the host that tokens come from: our client secret goes nowhere else.
     *
     * @return null if X3 named none
     * @throws PairingRefused if it is anything else
     */
    static @Nullable String of(Auth auth, @Nullable String endpoint) {
        if (endpoint == null || endpoint.isBlank()) {
            return null;
        }
        String plain = endpoint.strip().replaceFirst("/+$", "");
        if (plain.matches(PATTERN) || isOfTheSameHost(auth, plain)) {
            return plain;
        }
        throw new PairingRefused("The endpoint in the answer is neither a name nor an address of the token-url's host");
    }

    private static boolean isOfTheSameHost(Auth auth, String endpoint) {
        try {
            URI known = Objects.requireNonNull(auth.tokenUrl());
            URI given = URI.create(endpoint);
            return endpoint.length() <= LONGEST_ADDRESS
                    && Objects.equals(known.getScheme(), given.getScheme())
                    && Objects.equals(known.getRawAuthority(), given.getRawAuthority())
                    && given.getRawQuery() == null
                    && given.getRawFragment() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
