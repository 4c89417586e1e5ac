package io.ledgerbridge.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.frontdoor.ThreadLimits.Kind;
import io.ledgerbridge.settings.FrontDoorSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ThreadLimitsTest {

    private final ThreadLimits places = new ThreadLimits(new FrontDoorSettings(10, Duration.ofSeconds(1), 4, 4, 1, 1));

    @Test
    void areAsManyAsEachKindMayHave() {
        for (int each = 0; each < 4; each++) {
            assertThat(enterElsewhere(Kind.OTHER)).isTrue();
        }

        assertThat(enterElsewhere(Kind.OTHER)).isFalse();
        assertThat(enterElsewhere(Kind.WEBHOOK)).isTrue();
        for (int each = 0; each < 100; each++) {
            assertThat(enterElsewhere(Kind.HEALTH)).isTrue();
        }
    }

    @Test
    void areFreeAgainOnceTheThreadLeaves() {
        for (int each = 0; each < 100; each++) {
            assertThat(places.enter(Kind.OTHER)).isTrue();
            places.leave();
            places.leave();
        }
        for (int each = 0; each < 4; each++) {
            assertThat(enterElsewhere(Kind.OTHER)).isTrue();
        }
        assertThat(enterElsewhere(Kind.OTHER)).isFalse();
    }

    @Test
    void areOneForAThreadHoweverOftenItEnters() {
        for (int each = 0; each < 10; each++) {
            assertThat(places.enter(Kind.OTHER)).isTrue();
        }
        for (int each = 0; each < 3; each++) {
            assertThat(enterElsewhere(Kind.OTHER)).isTrue();
        }
        assertThat(enterElsewhere(Kind.OTHER)).isFalse();
    }

    private boolean enterElsewhere(Kind kind) {
        return CompletableFuture.supplyAsync(() -> places.enter(kind), task -> new Thread(task).start())
                .join();
    }
}
