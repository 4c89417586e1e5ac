package io.ledgerbridge.security;

import io.ledgerbridge.logging.FewLines;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks no further password, not even a right one, from where too many wrong ones came, and few at once. */
final class GuardedLogins implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedLogins.class);

    /** The settings' longest name. */
    private static final int LONGEST_NAME = 64;

    private static final int LONGEST_PASSWORD = 1000;

    /** An address takes up to 45 characters; what a proxy hands on as one can be any text. */
    private static final int LONGEST_ADDRESS = 45;

    private final AuthenticationProvider passwords;
    private final FailedLogins failed;
    private final PasswordLocks locks;
    private final RightPasswords right;
    private final FewLines lines;

    GuardedLogins(
            AuthenticationProvider passwords,
            FailedLogins failed,
            PasswordLocks locks,
            RightPasswords right,
            FewLines lines) {
        this.passwords = passwords;
        this.failed = failed;
        this.locks = locks;
        this.right = right;
        this.lines = lines;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String name = login.getName().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME || password(login).length() > LONGEST_PASSWORD) {
            throw new BadCredentialsException("Nobody's name, or nobody's password");
        }
        String address = address(login);
        return known(login, name, address)
                .orElseGet(() ->
                        locks.take(() -> known(login, name, address).orElseGet(() -> checked(login, name, address))));
    }

    /** Without a look at the password, as it was right a moment ago. */
    private Optional<Authentication> known(Authentication login, String name, String address) {
        if (failed.areTooMany(name, address)) {
            throw new LockedException(
                    "Too many wrong passwords: come again in %d minutes".formatted(FailedLogins.WAIT.toMinutes()));
        }
        return right.find(login);
    }

    private Authentication checked(Authentication login, String name, String address) {
        if (!failed.begin(name, address)) {
            throw new TooManyLogins();
        }
        Authentication done = counted(login, name, address);
        failed.forget(name, address);
        right.add(login, done);
        return done;
    }

    private Authentication counted(Authentication login, String name, String address) {
        try {
            return passwords.authenticate(login);
        } catch (BadCredentialsException wrong) {
            count(name, address);
            throw wrong;
        } catch (RuntimeException | Error broken) {
            failed.takeBack(name, address);
            throw broken;
        }
    }

    private void count(String name, String address) {
        if (failed.add(name, address)) {
            lines.tell(left -> LOG.warn(
                    "Too many wrong passwords for user \"{}\", the last from {}{}", printable(name), address, left));
        }
    }

    private static String password(Authentication login) {
        return Objects.toString(login.getCredentials(), "");
    }

    /** A name is whatever somebody sends: no line of the log may be made up in it. */
    private static String printable(String text) {
        return text.replaceAll("[^\\p{Graph}]", "?");
    }

    private static String address(Authentication login) {
        String address = login.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.toString(details.getRemoteAddress(), "unknown")
                : "unknown";
        return printable(address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }
}
