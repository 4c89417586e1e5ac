package io.ledgerbridge.credentials;

import java.util.Optional;

/** Secrets that were stored, which win over those of the settings. */
@FunctionalInterface
public interface StoredSecrets {

    /** Where nothing can be stored. */
    StoredSecrets NONE = (store, name) -> Optional.empty();

    /** The secret as it is at this moment, whichever process stored it. */
    Optional<String> find(String store, CredentialName name);
}
