package io.ledgerbridge.credentials;

import io.ledgerbridge.faults.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a store keeps secret. */
public enum CredentialName {
    BIGCOMMERCE_ACCESS_TOKEN("bigcommerce.access-token"),
    BIGCOMMERCE_CLIENT_SECRET("bigcommerce.client-secret"),
    SAGE_X3_CLIENT_SECRET("sage-x3.client-secret"),
    SAGE_X3_REFRESH_TOKEN("sage-x3.refresh-token"),
    SAGE_X3_PASSWORD("sage-x3.password"),
    /** Fetched, never given. */
    SAGE_X3_ACCESS_TOKEN("sage-x3.access-token");

    private final String label;

    CredentialName(String label) {
        this.label = label;
    }

    /** As rows and calls spell it: the side, a dot, and the setting. */
    public String label() {
        return label;
    }

    /** Whom it is shown to, or by whom it is shown to us. */
    public Side side() {
        return Side.ofLabel(label.substring(0, label.indexOf('.')));
    }

    /** The labels of those that a person may give. */
    public static List<String> given() {
        return Arrays.stream(values())
                .filter(name -> name != SAGE_X3_ACCESS_TOKEN)
                .map(CredentialName::label)
                .toList();
    }

    /** The name that a person may give by this label. */
    public static Optional<CredentialName> givenAs(String label) {
        return Arrays.stream(values())
                .filter(name -> name != SAGE_X3_ACCESS_TOKEN && name.label.equals(label))
                .findFirst();
    }
}
