package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Together;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PasswordLocksTest {

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void leaveHalfOfTheCoresAlone() throws Exception {
        PasswordLocks turns = new PasswordLocks(40, 4);

        Together.run(20, () -> turns.take(this::look));

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void sendAwayWhoFindsTooManyWaiting() throws Exception {
        PasswordLocks turns = new PasswordLocks(2, 2);
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger sentAway = new AtomicInteger();

        List<Boolean> looked = Together.run(10, () -> {
            try {
                return turns.take(() -> {
                    Awaitility.await().until(() -> sentAway.get() >= 8);
                    done.countDown();
                    return true;
                });
            } catch (TooManyLogins tooMany) {
                sentAway.incrementAndGet();
                return false;
            }
        });

        assertThat(looked.stream().filter(each -> each)).isNotEmpty().hasSizeLessThanOrEqualTo(2);
        assertThat(done.getCount()).isZero();
    }

    private boolean look() {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        Thread.onSpinWait();
        now.decrementAndGet();
        return true;
    }
}
