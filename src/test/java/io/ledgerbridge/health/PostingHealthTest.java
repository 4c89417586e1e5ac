package io.ledgerbridge.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.work.ClockOffset;
import io.ledgerbridge.work.Watchdog;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class PostingHealthTest {

    private final Watchdog watchdog = mock(Watchdog.class);
    private final PostingHealth posting = new PostingHealth(watchdog, mock(ClockOffset.class));

    @Test
    void isUpWhileOrdersMove() {
        assertThat(posting.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownAndNamesTheStoreWhoseOrdersAllFail() {
        when(watchdog.failing()).thenReturn(Map.of("us", Instant.parse("2026-11-03T12:00:00Z")));

        Health now = posting.health();

        assertThat(now.getStatus()).isEqualTo(Status.DOWN);
        assertThat(now.getDetails().get("failing us")).asString().contains("2026-11-03T12:00:00Z", "log");
    }
}
