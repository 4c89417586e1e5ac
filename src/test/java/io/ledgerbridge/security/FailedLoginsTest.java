package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private final TestClock clock = new TestClock("2026-11-01T00:00:00Z");
    private final FailedLogins failed = new FailedLogins(() -> clock.millis() * 1_000_000);

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
    void remembersNoMoreThanSoManyNames() {
        fail("ops", "10.0.0.1", 5);
        invent(0, 2 * FailedLogins.REMEMBERED);

        assertThat(failed.size()).isLessThanOrEqualTo(FailedLogins.REMEMBERED);
        assertThat(failed.areTooMany("someone", "10.0.0.2")).isFalse();
    }

    @Test
    void countsANameThatIsGuessedAtAmongAnyNumberOfInventedOnes() {
        invent(0, FailedLogins.REMEMBERED);
        for (int round = 1; round <= FailedLogins.FROM_ONE_ADDRESS + 3; round++) {
            fail("ops", "10.0.0.1", 1);
            invent(round * FailedLogins.REMEMBERED, FailedLogins.REMEMBERED / 2);
        }

        assertThat(failed.areTooMany("ops", "10.0.0.1")).isTrue();
    }

    @Test
    void letsNoMoreGuessesRunThanMayBeWrong() {
        fail("ops", "10.0.0.1", 3);

        assertThat(failed.begin("ops", "10.0.0.1")).isTrue();
        assertThat(failed.begin("ops", "10.0.0.1")).isTrue();
        assertThat(failed.begin("ops", "10.0.0.1")).isFalse();
        assertThat(failed.areTooMany("ops", "10.0.0.1")).isFalse();

        failed.takeBack("ops", "10.0.0.1");
        assertThat(failed.begin("ops", "10.0.0.1")).isTrue();
        failed.add("ops", "10.0.0.1");
        failed.add("ops", "10.0.0.1");
        assertThat(failed.areTooMany("ops", "10.0.0.1")).isTrue();
    }

    @Test
    void takesARightGuessBackFromEveryCount() {
        for (int guess = 0; guess < 2 * FailedLogins.FOR_ANY_NAME; guess++) {
            assertThat(failed.begin("ops", "10.0.0.1")).isTrue();
            failed.forget("ops", "10.0.0.1");
        }
    }

    @Test
    void prolongsNoWaitByARightPassword() {
        IntStream.range(0, 49).forEach(each -> fail("ops", "10.0.1." + each, 1));
        clock.advance(FailedLogins.WAIT.minusMinutes(1));
        failed.begin("ops", "10.0.0.1");
        failed.forget("ops", "10.0.0.1");
        clock.advance(Duration.ofMinutes(1));
        fail("ops", "10.0.0.1", 1);

        assertThat(failed.areTooMany("ops", "10.0.0.2")).isFalse();
    }

    private void invent(int from, int names) {
        IntStream.range(from, from + names).forEach(each -> fail("name" + each, "10.1." + each, 1));
    }

    private void fail(String name, String address, int times) {
        IntStream.range(0, times).forEach(each -> failed.add(name, address));
    }
}
