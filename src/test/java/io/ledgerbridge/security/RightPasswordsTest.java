package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

class RightPasswordsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RightPasswords right = new RightPasswords(nanos::get);

    @Test
    void remembersALoginForFiveMinutesHoweverOftenItComes() {
        right.add(login("ops", "secret"), done());
        nanos.addAndGet(Duration.ofMinutes(5).toNanos() - 1);

        assertThat(right.find(login("ops", "secret"))).hasValueSatisfying(again -> {
            assertThat(again.isAuthenticated()).isTrue();
            assertThat(again.getCredentials()).isNull();
            assertThat(again.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_ADMIN");
        });

        nanos.incrementAndGet();
        assertThat(right.find(login("ops", "secret"))).isEmpty();
    }

    @Test
    void takesNoOtherWordsForThem() {
        right.add(login("ops", "secret"), done());

        assertThat(List.of(
                        login("ops", "Secret"),
                        login("boss", "secret"),
                        login("op", "ssecret"),
                        login("ops", "secret ")))
                .noneMatch(other -> right.find(other).isPresent());
    }

    private static Authentication login(String name, String password) {
        return new UsernamePasswordAuthenticationToken(name, password);
    }

    private static Authentication done() {
        return new UsernamePasswordAuthenticationToken(
                "ops", "secret", AuthorityUtils.createAuthorityList("ROLE_ADMIN"));
    }
}
