package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss 'UTC'", Locale.ENGLISH);

    /** When its figures were read, as a sentence that follows another; empty where it isn't known. */
    String whenRead() {
        return readAt == null ? "" : " Read %s.".formatted(TIME.format(readAt.atOffset(ZoneOffset.UTC)));
    }

    /** What of our own settings became another, from an earlier plan to this one. */
    Optional<String> changedSettings(PlanSource before) {
        String channel = reading.order().channel();
        Optional<Integer> then = before.rules.mapping(channel);
        Optional<Integer> now = rules.mapping(channel);
        if (then.isPresent() && now.isPresent() && !then.equals(now)) {
            return Optional.of("mapping version %d → %d".formatted(then.get(), now.get()));
        }
        boolean isSame = before.rules.journal().equals(rules.journal())
                && before.rules.channels().equals(rules.channels());
        return isSame ? Optional.empty() : Optional.of("the settings of channel %s were others".formatted(channel));
    }
}
