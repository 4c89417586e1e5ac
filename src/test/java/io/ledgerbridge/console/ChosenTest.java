package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which orders an address is about. */
class ChosenTest {

    private static final YearMonth NOW = YearMonth.of(2026, 12);

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11-01, 2026-11-30",
        "2028-02, 2028-02-01, 2028-02-29",
        "2027-02, 2027-02-01, 2027-02-28",
        "2026-12, 2026-12-01, 2026-12-31",
        "all, , ",
        ", 2026-12-01, 2026-12-31",
        "2026-13, 2026-12-01, 2026-12-31",
        "2026-1, 2026-12-01, 2026-12-31",
        "yesterday, 2026-12-01, 2026-12-31"
    })
    void areThoseOfAMonthAsItsDays(@Nullable String month, @Nullable LocalDate from, @Nullable LocalDate to) {
        Chosen chosen = Chosen.of("us", month, NOW);

        assertThat(chosen.from()).isEqualTo(from);
        assertThat(chosen.to()).isEqualTo(to);
    }

    @Test
    void goOnToOtherPages() {
        assertThat(Chosen.of("us", "2026-11", NOW).at("/orders")).isEqualTo("/orders?store=us&month=2026-11");
        assertThat(Chosen.of(null, "all", NOW).at("/needs-you")).isEqualTo("/needs-you?month=all");
        assertThat(Chosen.of("us", "2026-11", NOW).ofAllMonths("/")).isEqualTo("/?store=us&month=all");
        assertThat(Chosen.of("us", "2026-11", NOW).onDay("/orders", LocalDate.of(2026, 10, 31)))
                .isEqualTo("/orders?store=us&month=2026-11&from=2026-10-31&to=2026-10-31");
    }
}
