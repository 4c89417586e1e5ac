package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From what journals were planned.
 *
 * @param rules as they were then
 * @param readAt when the reading was first read so; null where it isn't known
 * @param known of the order then, beside its reading
 */
public record PlanSource(
        PostingRules rules, OrderReading reading, @Nullable Instant readAt, OrderHistory known) {

    /** When its figures were read, as a sentence; null where it isn't known. */
    @Nullable
    Phrase whenRead() {
        return readAt == null ? null : Phrase.of("read-at", readAt);
    }

    /** What of our own settings became another, from an earlier plan to this one. */
    Optional<Phrase> changedSettings(PlanSource before) {
        String channel = reading.order().channel();
        Optional<Integer> then = before.rules.mapping(channel);
        Optional<Integer> now = rules.mapping(channel);
        if (then.isPresent() && now.isPresent() && !then.equals(now)) {
            return Optional.of(Phrase.of("settings.mapping", then.get(), now.get()));
        }
        boolean isSame = before.rules.journal().equals(rules.journal())
                && before.rules.channels().equals(rules.channels());
        return isSame ? Optional.empty() : Optional.of(Phrase.of("settings.others", channel));
    }
}
