package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** That whoever runs the tests finds {@link Patience}. */
class PatienceTest {

    @Test
    void isAMinute() {
        ConditionFactory await = Awaitility.await();
        assertThat(await).extracting("timeoutConstraint.maxWaitTime").isEqualTo(Duration.ofMinutes(1));
    }
}
