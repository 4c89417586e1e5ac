package io.ledgerbridge.api.orders;

import io.ledgerbridge.api.requests.ParameterCheck;
import io.ledgerbridge.notes.Tag;
import io.ledgerbridge.orders.OrderCursor;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderState;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which orders are asked for, as the address says it; what is left out or empty doesn't matter.
 *
 * @param after where the page begins, as the page before it has told
 */
public record OrderParameters(
        @Nullable String store,
        @Nullable String state,
        @Nullable String channel,
        @Nullable String currency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        @Nullable String reason,
        @Nullable String amount,
        @Nullable String flag,
        @Nullable String assignedTo,
        @Nullable String tag,
        @Nullable Long backfill,
        @Nullable String after) {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,4})?");

    /** What is looked for. */
    public OrderFilter filter() {
        return new OrderFilter(
                given(store),
                state(given(state)),
                given(channel),
                given(currency),
                from,
                to,
                given(text),
                given(reason),
                amount(given(amount)),
                flag(given(flag)),
                given(assignedTo),
                tag(given(tag)),
                backfill);
    }

    /** Where the page begins; null for the first. */
    public @Nullable OrderCursor cursor() {
        String place = given(after);
        try {
            return place == null ? null : OrderCursor.of(place);
        } catch (IllegalArgumentException broken) {
            throw refused("after", Objects.requireNonNull(place), broken.getMessage());
        }
    }

    /** The same of other days. */
    public OrderParameters on(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new OrderParameters(
                store,
                state,
                channel,
                currency,
                first,
                last,
                text,
                reason,
                amount,
                flag,
                assignedTo,
                tag,
                backfill,
                after);
    }

    private static @Nullable OrderState state(@Nullable String label) {
        String allowed =
                Arrays.stream(OrderState.values()).map(OrderState::label).collect(Collectors.joining(", "));
        return label == null
                ? null
                : OrderState.of(label).orElseThrow(() -> refused("state", label, "one of " + allowed));
    }

    private static OrderFlag.@Nullable Kind flag(@Nullable String code) {
        return code == null
                ? null
                : Arrays.stream(OrderFlag.Kind.values())
                        .filter(kind -> new OrderFlag(kind, "").code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> refused("flag", code, "the code of a flag, such as tax-not-refunded"));
    }

    private static @Nullable String tag(@Nullable String written) {
        try {
            return written == null ? null : Tag.of(written).text();
        } catch (IllegalArgumentException none) {
            throw refused("tag", written, none.getMessage());
        }
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        if (text != null && !AMOUNT.matcher(text).matches()) {
            throw refused(
                    "amount", text, "an amount such as 158.05, with up to 15 digits before the point and 4 behind it");
        }
        return text == null ? null : new BigDecimal(text.replace(',', '.'));
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }

    private static ResponseStatusException refused(String name, String value, @Nullable String allowed) {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "%s, \"%s\", is not %s".formatted(name, ParameterCheck.shown(value), allowed));
    }
}
