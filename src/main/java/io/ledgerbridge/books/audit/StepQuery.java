package io.ledgerbridge.books.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which links are looked for; what is null doesn't matter, but a step or a person is needed, by which they are found.
 *
 * @param by who did it, as the link says
 * @param from the first instant
 * @param to behind the last
 * @param before the last link of the answer before; null for the newest
 */
public record StepQuery(
        @Nullable String step,
        @Nullable String store,
        @Nullable String by,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Place before) {

    public StepQuery {
        if (step == null && by == null) {
            throw new IllegalArgumentException("a step or a person is needed");
        }
    }

    /** Where a link stands among the others. */
    public record Place(Instant at, long id) {

        public static Place of(FoundStep link) {
            return new Place(link.link().at(), link.id());
        }
    }

    /** The same behind a link. */
    public StepQuery behind(@Nullable FoundStep last) {
        return last == null ? this : new StepQuery(step, store, by, from, to, Place.of(last));
    }

    /** @param isColumn whether the database has the person in a column */
    String where(boolean isColumn) {
        return " WHERE TRUE"
                + (step == null ? "" : " AND step = :step")
                + (by == null ? "" : StepPerson.condition(isColumn))
                + (from == null ? "" : " AND at >= :from")
                + (to == null ? "" : " AND at < :to")
                + (before == null ? "" : " AND at <= :last AND (at < :last OR id < :id)")
                + (store == null ? "" : " AND store = :store");
    }

    /** The newest first; H2 goes by an index that begins with the person or the step only where they are named. */
    String ordering(boolean isColumn) {
        return " ORDER BY " + (by != null && isColumn ? "person DESC, " : "") + (step == null ? "" : "step DESC, ")
                + "at DESC, id DESC";
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(by == null ? Map.of() : new StepPerson(by).values());
        put(values, "step", step);
        put(values, "store", store);
        put(values, "from", from);
        put(values, "to", to);
        put(values, "last", before == null ? null : before.at());
        put(values, "id", before == null ? null : before.id());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
