package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.posting.explained.words.NotHad;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a journal was planned from, as far as it is kept.
 *
 * @param readAt when the reading was first read so
 * @param with what else was known
 * @param rules the settings of then
 */
record KeptPlan(OrderReading reading, Instant readAt, PlannedWith with, PostingRules rules) {

    /** It isn't kept, as was to be expected. */
    static final class NotKept extends NotHad {

        private static final long serialVersionUID = 1L;

        NotKept(Phrase why) {
            super(why);
        }
    }

    /**
     * Finds it.
     *
     * @throws NotKept where it never was, or its time is over
     * @throws IllegalArgumentException where it is gone, or was changed
     */
    static KeptPlan of(KeptReadings readings, RulesOfThen rules, String store, long order, JournalOrigin origin) {
        if (origin.reading() == null && origin.plannedWith() == null) {
            throw new NotKept(Phrase.of("gone.never-kept"));
        }
        KeptReadings.Kept kept = readings.find(store, order, known(origin.reading()))
                .orElseThrow(() -> new NotHad(Phrase.of("gone.reading", String.valueOf(origin.reading()))));
        if (kept.body() != null && !kept.isWhole()) {
            throw new NotHad(Phrase.of("gone.reading-changed", kept.sha256()));
        }
        OrderReading reading = kept.reading().orElseThrow(() -> taken(kept));
        PlannedWith with = readings.plannedWith(store, order, known(origin.plannedWith()))
                .orElseThrow(() -> new NotHad(Phrase.of("gone.planned-with")));
        return new KeptPlan(
                reading,
                kept.readAt(),
                with,
                rules.of(store, reading.order().channel(), with.mapping(), with.settings()));
    }

    private static String known(@Nullable String sha256) {
        return sha256 == null ? "" : sha256;
    }

    private static NotHad taken(KeptReadings.Kept kept) {
        return kept.prunedAt() == null
                ? new NotHad(Phrase.of("gone.figures", kept.sha256()))
                : new NotKept(Phrase.of(
                        "gone.pruned",
                        LocalDate.ofInstant(kept.prunedAt(), ZoneOffset.UTC).toString()));
    }
}
