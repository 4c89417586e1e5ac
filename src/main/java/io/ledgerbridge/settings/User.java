package io.ledgerbridge.settings;

import io.ledgerbridge.credentials.Secret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Somebody who may log in.
 *
 * @param password encoded, after the name of its encoding in braces
 */
public record User(
        @NotNull @Pattern(regexp = "[^:\\s]{1,64}", message = NAMES)
        String name,

        @NotNull
        @Secret
        @Pattern(regexp = "\\{(bcrypt|pbkdf2@SpringSecurity_v5_8|pbkdf2|sha256|noop)}.+", message = PASSWORDS)
        String password,

        @NotNull UserRole role) {

    private static final String NAMES = "a name of at most 64 characters without blanks and colons";

    /** Those of Spring Security's that need no further library and that it doesn't call broken. */
    private static final String PASSWORDS =
            "a password after the name of its encoder: {bcrypt}, {pbkdf2@SpringSecurity_v5_8}, {pbkdf2}, {sha256}, {noop}";

    /** Without the password. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
