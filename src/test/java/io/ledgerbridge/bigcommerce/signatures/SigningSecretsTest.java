package io.ledgerbridge.bigcommerce.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.CredentialStored;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SigningSecretsTest {

    private final TestClock clock = new TestClock("2026-11-01T00:00:00Z");
    private final AtomicInteger looks = new AtomicInteger();
    private String stored = "first";
    private final SigningSecrets secrets = new SigningSecrets(
            new Shops(Map.of("us", shop()), (store, name) -> {
                looks.incrementAndGet();
                return Optional.of(stored);
            }),
            clock);

    @Test
    void looksOnceForManyRightOnes() {
        for (int each = 0; each < 100; each++) {
            assertThat(isSignedWith("first")).isTrue();
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void looksAFewTimesASecondForManyWrongOnes() {
        for (int each = 0; each < 1000; each++) {
            assertThat(isSignedWith("forged")).isFalse();
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(looks).hasValueLessThan(10);
    }

    @Test
    void takesASecretThatAnotherProcessHasStoredWithTheFirstDelivery() {
        assertThat(isSignedWith("first")).isTrue();
        stored = "second";

        assertThat(isSignedWith("second")).isTrue();
        assertThat(isSignedWith("first")).isFalse();
    }

    @Test
    void takesItWithinASecondAmongManyForgedOnes() {
        for (int each = 0; each < 100; each++) {
            isSignedWith("forged");
        }
        stored = "second";
        clock.advance(Duration.ofSeconds(1));

        assertThat(isSignedWith("second")).isTrue();
    }

    @Test
    void takesTheOneBeforeForTenSecondsMore() {
        assertThat(isSignedWith("first")).isTrue();
        stored = "second";

        clock.advance(Duration.ofSeconds(9));
        assertThat(isSignedWith("first")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(isSignedWith("first")).isFalse();
    }

    @Test
    void takesItNoLongerWhereItWasReplacedInThisProcess() {
        assertThat(isSignedWith("first")).isTrue();
        stored = "second";
        secrets.stored(new CredentialStored("us", CredentialName.BIGCOMMERCE_CLIENT_SECRET));

        assertThat(isSignedWith("first")).isFalse();
    }

    @Test
    void doesNotLookWhereNoSecretIsNeeded() {
        assertThat(secrets.prove("us", secret -> false)).isFalse();

        assertThat(looks).hasValue(0);
    }

    private boolean isSignedWith(String key) {
        return secrets.prove("us", secret -> secret.get().equals(Optional.of(key)));
    }

    private static ShopSettings shop() {
        return new ShopSettings(
                URI.create("http://shop.invalid"),
                "abc123",
                "token",
                null,
                Set.of(SignatureScheme.X_BC_SIGNATURE),
                Duration.ofHours(50),
                null,
                Duration.ofSeconds(30));
    }
}
