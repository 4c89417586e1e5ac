package io.ledgerbridge.sagex3.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenStateTest {

    private static final Instant REFRESHED = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void warnsFromFiveDaysBeforeTheThirtyDaysEnd() {
        TokenState login = TokenState.unknown("us").granted(null, REFRESHED);

        assertThat(login.refreshTokenEndsAt()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(login.endsSoon(Instant.parse("2026-11-25T23:59:59Z"))).isFalse();
        assertThat(login.endsSoon(Instant.parse("2026-11-26T00:00:00Z"))).isTrue();
    }

    @Test
    void warnsOfNothingThatItDoesNotKnow() {
        assertThat(TokenState.unknown("us").endsSoon(REFRESHED)).isFalse();
    }

    @Test
    void showsATokenNotToItsVeryEnd() {
        assertThat(AccessToken.granted("token", Duration.ofMinutes(5), REFRESHED)
                        .until())
                .isEqualTo(REFRESHED.plusSeconds(270));
        assertThat(AccessToken.granted("token", Duration.ofSeconds(2), REFRESHED)
                        .until())
                .isEqualTo(REFRESHED.plusSeconds(1));
    }
}
