package io.ledgerbridge.settings;

/**
 * Somebody who may log in.
 *
 * @param password encoded, after the name of its encoding in braces
 */
public record User(String name, String password, UserRole role) {

    /** Without the password. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
