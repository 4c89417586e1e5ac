package io.ledgerbridge.console.needsyou.which;

import io.ledgerbridge.parked.ParkedOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An order as forms and addresses name it, such as {@code us:250}. */
public record OrderKey(String store, long order) {

    private static final Pattern TEXT = Pattern.compile("([a-z0-9-]{1,20}):([0-9]{1,18})");

    /**
     * The order that a text names.
     *
     * @throws ResponseStatusException 400 where it names none
     */
    public static OrderKey of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "An order is named by its store and its number");
        }
        return new OrderKey(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** Of a row that is an order. */
    public static OrderKey of(ParkedOrder parked) {
        return new OrderKey(
                parked.order().store(), Objects.requireNonNull(parked.order().order(), "an order"));
    }

    /** Each once. */
    public static List<OrderKey> all(List<String> texts) {
        return texts.stream().distinct().map(OrderKey::of).toList();
    }

    /** The numbers by store. */
    public static Map<String, List<Long>> byStore(List<OrderKey> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(
                        OrderKey::store, TreeMap::new, Collectors.mapping(OrderKey::order, Collectors.toList())));
    }

    /** As {@link #of} takes it. */
    public String text() {
        return store + ":" + order;
    }
}
