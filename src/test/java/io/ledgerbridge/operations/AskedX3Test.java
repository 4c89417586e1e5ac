package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.books.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a ping tells of Sage X3 when it no longer waits. */
class AskedX3Test {

    private static final PingCheck CHECK = new PingCheck("sage-x3-endpoint", true, "has looked for a journal");
    private static final PingCheck LATE = new PingCheck("sage-x3-entry", false, "no answer in time");

    private final AskedX3 asked = new AskedX3();

    @Test
    void saysThatTheEntryHasNoAnswerYet() {
        asked.expect(mock(Journal.class));
        asked.tell(List.of(CHECK));

        assertThat(asked.end()).containsExactly(CHECK, LATE);
    }

    @Test
    void saysNothingOfAnEntryWhereThereIsNone() {
        asked.expect(null);
        asked.tell(List.of(CHECK));

        assertThat(asked.end()).containsExactly(CHECK);
    }

    @Test
    void asksAndHearsNothingAfterwards() {
        asked.expect(mock(Journal.class));
        assertThat(asked.isWanted()).isTrue();
        assertThat(asked.getEntry()).isNotNull();
        asked.end();

        asked.expect(mock(Journal.class));
        asked.tell(List.of(CHECK));

        assertThat(asked.isWanted()).isFalse();
        assertThat(asked.getEntry()).isNull();
        assertThat(asked.end()).containsExactly(LATE);
    }
}
