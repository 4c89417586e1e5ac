package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private final TestClock clock = new TestClock("2026-11-01T00:00:00Z");
    private final FailedLogins failed = new FailedLogins(clock);

    @Test
    void makesAnAddressWaitAfterFiveWrongPasswords() {
        assertThat(IntStream.range(0, 4).anyMatch(each -> failed.add("ops", "10.0.0.1")))
                .isFalse();
        assertThat(failed.areTooMany("ops", "10.0.0.1")).isFalse();

        assertThat(failed.add("ops", "10.0.0.1")).isTrue();
        assertThat(failed.areTooMany("ops", "10.0.0.1")).isTrue();
    }

    @Test
    void leavesTheUserAloneElsewhereAndOthersThere() {
        fail("ops", "10.0.0.1", 5);

        assertThat(failed.areTooMany("ops", "10.0.0.2")).isFalse();
        assertThat(failed.areTooMany("anna", "10.0.0.1")).isFalse();
    }

    @Test
    void makesANameWaitThatIsGuessedAtFromEverywhere() {
        IntStream.range(0, FailedLogins.FROM_ANYWHERE).forEach(each -> fail("ops", "10.0.1." + each, 1));

        assertThat(failed.areTooMany("ops", "10.0.0.1")).isTrue();
        assertThat(failed.areTooMany("anna", "10.0.0.1")).isFalse();
    }

    @Test
    void makesAnAddressWaitThatGuessesAtEveryName() {
        IntStream.range(0, FailedLogins.FOR_ANY_NAME).forEach(each -> fail("user" + each, "10.0.0.1", 1));

        assertThat(failed.areTooMany("ops", "10.0.0.1")).isTrue();
        assertThat(failed.areTooMany("ops", "10.0.0.2")).isFalse();
    }

    @Test
    void letsComeAgainAfterTheWait() {
        fail("ops", "10.0.0.1", 5);

        clock.advance(FailedLogins.WAIT.minusMillis(1));
        assertThat(failed.areTooMany("ops", "10.0.0.1")).isTrue();

        clock.advance(FailedLogins.WAIT);
        assertThat(failed.areTooMany("ops", "10.0.0.1")).isFalse();
        fail("ops", "10.0.0.1", 4);
        assertThat(failed.areTooMany("ops", "10.0.0.1")).isFalse();
    }

    @Test
    void beginsAnewAfterARightPassword() {
        fail("ops", "10.0.0.1", 4);
        failed.forget("ops", "10.0.0.1");
        fail("ops", "10.0.0.1", 4);

        assertThat(failed.areTooMany("ops", "10.0.0.1")).isFalse();
    }

    @Test
    void forgetsTheOldestWhereManyNamesAreSent() {
        fail("first", "10.0.0.1", 5);
        IntStream.range(0, FailedLogins.REMEMBERED).forEach(each -> fail("name" + each, "10.0.1." + each, 1));

        assertThat(failed.areTooMany("first", "10.0.0.1")).isFalse();
        assertThat(failed.areTooMany("name" + (FailedLogins.REMEMBERED - 1), "10.0.1.1"))
                .isFalse();
    }

    private void fail(String name, String address, int times) {
        IntStream.range(0, times).forEach(each -> failed.add(name, address));
    }
}
