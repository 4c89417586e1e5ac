package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.orders.KnownStores;
import io.ledgerbridge.parked.DeadLetters;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which month a page is about that names none. */
class FramesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T11:00:00Z, Europe/Paris, 2026-11",
        "2026-11-30T23:30:00Z, Europe/Paris, 2026-12",
        "2026-12-01T04:00:00Z, America/Chicago, 2026-11"
    })
    void isTheOneThatItIsWhereTheStoreIs(Instant now, ZoneId zone, YearMonth month) {
        Clocks clocks = mock(Clocks.class);
        when(clocks.zone(any())).thenReturn(zone);
        Frames frames = new Frames(
                mock(KnownStores.class),
                mock(DeadLetters.class),
                mock(Banners.class),
                clocks,
                Clock.fixed(now, ZoneOffset.UTC));

        assertThat(frames.chosen(null, null).month()).isEqualTo(month);
    }
}
