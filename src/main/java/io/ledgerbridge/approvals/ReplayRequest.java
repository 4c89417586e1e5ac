package io.ledgerbridge.approvals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.parked.OrderStatus;
import io.ledgerbridge.parked.ParkedGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parked orders that a person wants to have worked again: all that are parked for a reason, or some by their numbers. One
 * that parks later is not among them.
 *
 * @param reason null for every reason
 * @param selected by number; null for all
 * @param orders how many they were when it was asked
 * @param amounts by currency: by how much they were not in the ledger then, as plain decimals
 * @param until they were parked by then; ISO 8601, in UTC
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReplayRequest(
        @Nullable String reason, @Nullable List<Long> selected, long orders, Map<String, String> amounts, String until)
        implements Request {

    public ReplayRequest {
        selected = selected == null ? null : List.copyOf(selected);
        amounts = amounts == null ? Map.of() : new TreeMap<>(amounts);
    }

    static ReplayRequest of(ParkedGroup group, long orders, Map<String, BigDecimal> amounts) {
        Map<String, String> texts = new TreeMap<>();
        amounts.forEach((currency, amount) -> texts.put(currency, amount.toPlainString()));
        return new ReplayRequest(
                group.reason(),
                group.selected(),
                orders,
                texts,
                group.parkedBy().toString());
    }

    /** The orders that it asks for, as far as they are parked still. */
    public ParkedGroup group(String store) {
        return new ParkedGroup(store, reason, selected, Instant.parse(until));
    }

    /** Whether it asks for the same orders, however many they were. */
    boolean isLike(ReplayRequest other) {
        return Objects.equals(selected, other.selected) && Objects.equals(reason, other.reason);
    }

    /** Whether an order as it stands is among those it asks for. */
    boolean isAbout(OrderStatus order) {
        return order.state().equals("parked")
                && (reason == null || reason.equals(order.reason()))
                && (selected == null || selected.contains(order.order()))
                && order.settledAt() != null
                && !order.settledAt().isAfter(Instant.parse(until));
    }

    @Override
    public Map<String, Object> told() {
        return Map.of(
                "reason",
                reason == null ? "" : reason,
                "sha256",
                selected == null ? "" : Sha256.of(joined(selected.stream())),
                "orders",
                orders,
                "amounts",
                joined(amounts.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())),
                "until",
                until);
    }

    private static String joined(Stream<?> all) {
        return all.map(String::valueOf).collect(Collectors.joining(","));
    }
}
