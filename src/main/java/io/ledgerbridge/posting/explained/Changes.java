package io.ledgerbridge.posting.explained;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.ProductWords;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All fields that became others from one reading to the next, found by what the records hold, so that none is left out. */
final class Changes {

    /** No amount comes from them: one becomes another with every reading, the other is in no old one. */
    private static final Set<String> PASSED_OVER = Set.of("date_modified", "sku");

    private final List<Change> found = new ArrayList<>();

    static List<Change> between(OrderReading then, OrderReading now) {
        Changes changes = new Changes();
        changes.fields(null, then, now);
        return changes.found;
    }

    private void fields(@Nullable Phrase of, Object then, Object now) {
        for (RecordComponent component : then.getClass().getRecordComponents()) {
            compare(of, name(component), value(component, then), value(component, now));
        }
    }

    private void compare(@Nullable Phrase of, String field, @Nullable Object then, @Nullable Object now) {
        if (then instanceof List<?> rows && now instanceof List<?> others) {
            rows(of, field, keyed(rows), keyed(others));
        } else if (then instanceof Record && now instanceof Record) {
            fields(field.equals("order") ? null : of(Row.single(field), of), then, now);
        } else if (!isSame(then, now) && !PASSED_OVER.contains(field)) {
            found.add(new Change(of, field, then, now));
        }
    }

    private void rows(@Nullable Phrase of, String field, Map<Phrase, Object> then, Map<Phrase, Object> now) {
        Set<Phrase> keys = new LinkedHashSet<>(then.keySet());
        keys.addAll(now.keySet());
        for (Phrase key : keys) {
            Object row = then.get(key);
            Object other = now.get(key);
            Phrase its = of(Row.listed(field, named(key, other == null ? row : other)), of);
            if (row == null || other == null) {
                found.add(new Change(its, "", row, other));
            } else {
                fields(its, row, other);
            }
        }
    }

    private static Phrase named(Phrase key, @Nullable Object row) {
        return row instanceof OrderProduct product && product.sku() != null ? ProductWords.counted(product) : key;
    }

    private static Phrase of(Phrase row, @Nullable Phrase of) {
        return of == null ? row : Phrase.of("row.of", row, of);
    }

    /** By their ids; without any, by their places. */
    private static Map<Phrase, Object> keyed(List<?> rows) {
        Map<Phrase, Object> keyed = new LinkedHashMap<>();
        for (Object row : rows) {
            Phrase key = Phrase.verbatim(String.valueOf(keyed.size() + 1));
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                key = component.getName().equals("id") ? Phrase.verbatim(String.valueOf(value(component, row))) : key;
            }
            keyed.put(keyed.containsKey(key) ? Phrase.of("row.doubled", key, keyed.size() + 1) : key, row);
        }
        return keyed;
    }

    private static boolean isSame(@Nullable Object then, @Nullable Object now) {
        return (then instanceof BigDecimal figure && now instanceof BigDecimal other)
                ? figure.compareTo(other) == 0
                : Objects.equals(then, now);
    }

    static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
