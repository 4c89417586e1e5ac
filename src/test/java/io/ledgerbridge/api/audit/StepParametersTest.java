package io.ledgerbridge.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.books.audit.StepQuery;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Links are looked for by what was done within some days, or by who did it. */
class StepParametersTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-30");

    @Test
    void needAStepOrAPerson() {
        assertThatThrownBy(() -> asked(null, " ", FIRST, LAST).query()).hasMessageContaining("step or by is needed");
    }

    @Test
    void needDaysWhereNobodyIsNamed() {
        assertThatThrownBy(() -> asked("planned", null, FIRST, null).query()).hasMessageContaining("at most 92 apart");
        assertThatThrownBy(
                        () -> asked("planned", null, FIRST, FIRST.plusDays(93)).query())
                .hasMessageContaining("at most 92 apart");
        assertThat(asked("planned", null, FIRST, FIRST.plusDays(92)).query().from())
                .isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void takeAnyTimeOfAPerson() {
        StepQuery ever = asked(null, "keller", null, null).query();
        StepQuery since = asked("planned", "keller", FIRST.minusYears(3), null).query();

        assertThat(ever.from()).isNull();
        assertThat(ever.to()).isNull();
        assertThat(since.from()).isEqualTo(Instant.parse("2023-11-01T00:00:00Z"));
    }

    @Test
    void endBehindTheLastDay() {
        assertThat(asked(null, "keller", FIRST, LAST).query().to()).isEqualTo("2026-12-01T00:00:00Z");
        assertThatThrownBy(() -> asked(null, "keller", LAST, FIRST).query()).hasMessageContaining("none before it");
    }

    @Test
    void getDaysOfThePageOnlyWhereNobodyIsNamed() {
        assertThat(asked("planned", null, null, null).of("us", 29, LAST))
                .isEqualTo(new StepParameters("planned", "us", null, FIRST, LAST, null));
        assertThat(asked("planned", null, FIRST.minusYears(1), null).of("us", 29, LAST))
                .isEqualTo(new StepParameters("planned", "us", null, FIRST.minusYears(1), LAST.minusYears(1), null));
        assertThat(asked("planned", null, null, LAST.plusYears(1)).of("us", 29, LAST))
                .isEqualTo(new StepParameters("planned", "us", null, FIRST.plusYears(1), LAST.plusYears(1), null));
        assertThat(asked("planned", "keller", null, null).of("us", 29, LAST))
                .isEqualTo(new StepParameters("planned", "us", "keller", null, null, null));
    }

    private static StepParameters asked(
            @Nullable String step, @Nullable String by, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new StepParameters(step, null, by, from, to, null);
    }
}
