package io.ledgerbridge.sagex3;

import java.util.Locale;

/** The interface of X3 by which journals go in. */
public enum X3Api {
    GRAPHQL,
    REST,
    SOAP;

    /** As settings, templates and routes name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
