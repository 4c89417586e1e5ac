package io.ledgerbridge.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.posting.Bookkeeping;
import io.ledgerbridge.posting.Life;
import io.ledgerbridge.posting.OrderHistory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** What is kept of a reading, and of what else was known, makes the same journals again. */
@Tag("laws")
class RecomputeLaws {

    private static final String SEED = "20261130";

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void everyJournalOfALifeComesOutTheSame(@ForAll("lives") Life life) {
        Bookkeeping books = new Bookkeeping(life.settings);
        List<Life.Moment> worked =
                life.moments.stream().filter(Life.Moment::isWorked).toList();
        int remapped = worked.size() / 2;
        for (Life.Moment moment : life.moments) {
            moment.delivered().forEach(books::told);
            if (moment.isWorked()) {
                if (worked.indexOf(moment) == remapped) {
                    life.settings.accounts.put("revenue", "707100");
                    books.settings(life.settings);
                }
                books.work(moment.reading());
            }
        }
        books.planned.forEach(planned -> comesOutTheSame(planned, books));
    }

    private static void comesOutTheSame(Bookkeeping.Planned planned, Bookkeeping books) {
        String reading = ReadingText.of(planned.reading());
        assertThat(ReadingText.of(ReadingText.read(reading))).isEqualTo(reading);
        OrderHistory known =
                PlannedWith.read(PlannedWith.of(planned.known()).text()).history(books.journals, books.events);
        for (Journal journal : planned.journals()) {
            assertThat(PlannedAgain.of(journal, planned.rules(), ReadingText.read(reading), known))
                    .as("%s from %s", journal.reference(), reading)
                    .isEqualTo(Recomputed.SAME);
        }
    }

    @Provide
    Arbitrary<Life> lives() {
        return Arbitraries.randomValue(random -> new Life(random.nextLong()));
    }
}
