package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.orders.KnownStores;
import io.ledgerbridge.orders.OrderDays;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.ParkedPage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which month a page is about that names none. */
class FramesTest {

    private final OrderDays days = mock(OrderDays.class);
    private final DeadLetters letters = mock(DeadLetters.class);

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T11:00:00Z, Europe/Paris, 2026-11",
        "2026-11-30T23:30:00Z, Europe/Paris, 2026-12",
        "2026-12-01T04:00:00Z, America/Chicago, 2026-11"
    })
    void isTheOneThatItIsWhereTheStoreIs(Instant now, ZoneId zone, YearMonth month) {
        Clocks clocks = mock(Clocks.class);
        when(clocks.zone(any())).thenReturn(zone);

        assertThat(frames(now, clocks).chosen(null, null).month()).isEqualTo(month);
    }

    /** Else the newest would stand in the chooser of a page about another. */
    @ParameterizedTest
    @CsvSource({
        ",           2026-11, 2024-12, 24",
        "2026-10-31, 2026-11, 2024-12, 24",
        "2021-01-15, 2026-11, 2021-01, 71",
        "2021-01-15, 2020-12, 2020-12, 72",
        "1970-01-01, 2026-11, 2006-12, 240",
        ",           2019-03, 2019-03, 25"
    })
    void canBeChosenBackToTheFirstOrder(@Nullable LocalDate first, YearMonth chosen, YearMonth oldest, int many) {
        when(days.first()).thenReturn(Optional.ofNullable(first));
        when(letters.page(any(), any(), anyInt(), anyInt())).thenReturn(new ParkedPage(List.of(), 0));
        Frames frames = frames(Instant.parse("2026-11-15T11:00:00Z"), mock(Clocks.class));

        Frame frame = Objects.requireNonNull(
                frames.frame(new Chosen(null, chosen), new MockHttpServletRequest("GET", "/"), () -> "M. Keller"));

        assertThat(frame.months())
                .contains(chosen)
                .hasSize(many)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder())
                .endsWith(oldest);
    }

    private Frames frames(Instant now, Clocks clocks) {
        return new Frames(
                mock(KnownStores.class), letters, mock(Banners.class), days, clocks, Clock.fixed(now, ZoneOffset.UTC));
    }
}
