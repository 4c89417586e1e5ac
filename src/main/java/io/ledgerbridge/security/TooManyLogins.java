package io.ledgerbridge.security;

import org.springframework.security.core.AuthenticationException;

/** So many passwords are being checked that this one wasn't; it may well be right. */
final class TooManyLogins extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyLogins() {
        super("Too many logins at once");
    }
}
