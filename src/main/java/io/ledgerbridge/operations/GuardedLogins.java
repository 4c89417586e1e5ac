package io.ledgerbridge.operations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Looks at no further password, not even a right one, where too many wrong ones came from. The passwords for one name are
 * looked at one after the other: many at once would all be looked at before the first wrong one counts.
 */
final class GuardedLogins implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedLogins.class);

    /** More than there are users to speak of; two names that share a turn wait for each other, and no more. */
    private static final int TURNS = 64;

    /** A hash takes a tenth of a second or so. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Lock> turns =
            Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();
    private final AuthenticationProvider passwords;
    private final FailedLogins failed;

    GuardedLogins(AuthenticationProvider passwords, FailedLogins failed) {
        this.passwords = passwords;
        this.failed = failed;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        Lock turn = turns.get(Math.floorMod(login.getName().hashCode(), TURNS));
        if (!isHad(turn)) {
            throw new LockedException("Too many logins by this name at once");
        }
        try {
            return inTurn(login);
        } finally {
            turn.unlock();
        }
    }

    private static boolean isHad(Lock turn) {
        try {
            return turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Authentication inTurn(Authentication login) {
        String name = login.getName();
        String address = address(login);
        if (failed.areTooMany(name, address)) {
            throw new LockedException(
                    "Too many wrong passwords: come again in %d minutes".formatted(FailedLogins.WAIT.toMinutes()));
        }
        try {
            Authentication done = passwords.authenticate(login);
            failed.forget(name, address);
            return done;
        } catch (BadCredentialsException wrong) {
            count(name, address);
            throw wrong;
        }
    }

    private void count(String name, String address) {
        if (failed.add(name, address)) {
            LOG.warn("Too many wrong passwords for user \"{}\", the last from {}", printable(name), address);
        }
    }

    /** A name is whatever somebody sends: no line of the log may be made up in it. */
    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), 64)).replaceAll("[^\\p{Graph}]", "?");
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }
}
