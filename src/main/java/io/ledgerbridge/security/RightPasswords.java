package io.ledgerbridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
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

    private final SecretKeySpec key;
    private final Cache<String, Authentication> rights;

    RightPasswords(Ticker ticker) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
        this.rights = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .build();
    }

    void add(Authentication asked, Authentication done) {
        rights.put(mac(asked), done);
    }

    /** The login that these words have given, where that isn't long ago. */
    Optional<Authentication> find(Authentication asked) {
        return Optional.ofNullable(rights.getIfPresent(mac(asked))).map(login -> again(login, asked));
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
