package io.ledgerbridge.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Passwords that were right a moment ago, by a MAC under a key that only this process has: a script that brings its login
 * with each call costs one slow hash in a while, and waits behind nobody's guesses.
 */
final class RightPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 1000;
    private static final String MAC = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Right> rights = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Right> eldest) {
            return size() > MOST;
        }
    };

    RightPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
    }

    private record Right(Authentication login, Instant until) {}

    synchronized void add(Authentication asked, Authentication done) {
        rights.put(mac(asked), new Right(done, clock.instant().plus(REMEMBERED)));
    }

    /** The login that these words have given, where that isn't long ago. */
    synchronized Optional<Authentication> find(Authentication asked) {
        return Optional.ofNullable(rights.get(mac(asked)))
                .filter(right -> clock.instant().isBefore(right.until()))
                .map(right -> again(right.login(), asked));
    }

    private static Authentication again(Authentication login, Authentication asked) {
        UsernamePasswordAuthenticationToken again =
                UsernamePasswordAuthenticationToken.authenticated(login.getPrincipal(), null, login.getAuthorities());
        again.setDetails(asked.getDetails());
        return again;
    }

    private String mac(Authentication asked) {
        String words = asked.getName() + '\0' + Objects.toString(asked.getCredentials(), "");
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
