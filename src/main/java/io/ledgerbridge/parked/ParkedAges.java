package io.ledgerbridge.parked;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.parked.ParkedAge.Span;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For how long orders have been parked. Only the rows of parked orders are read. */
@Component
public class ParkedAges {

    private static final String AGES = """
            SELECT span, %s FROM (SELECT %s AS span, a.* FROM (SELECT d.*, %s AS since FROM due_order d%%s) a) b
             GROUP BY span, currency ORDER BY currency NULLS LAST""".formatted(NotInLedger.COLUMNS, Span.ofRow(), ParkedOrder.SINCE);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    ParkedAges(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All spans, the shortest first. */
    @Transactional(readOnly = true)
    public List<ParkedAge> of(ParkedFilter filter) {
        Map<Span, ParkedAge> found = new EnumMap<>(Span.class);
        jdbc.sql(AGES.formatted(filter.where()))
                .params(filter.values())
                .params(begun(clock.now()))
                .query(ParkedAges::age)
                .list()
                .forEach(age -> found.merge(age.span(), age, ParkedAges::together));
        return Arrays.stream(Span.values())
                .map(span -> found.getOrDefault(span, new ParkedAge(span, List.of())))
                .toList();
    }

    private static Map<String, Object> begun(Instant now) {
        Map<String, Object> begun = new HashMap<>();
        Stream.of(Span.values())
                .filter(span -> span != Span.LONGER)
                .forEach(
                        span -> begun.put(span.label(), now.minus(span.length()).atOffset(ZoneOffset.UTC)));
        return begun;
    }

    private static ParkedAge age(ResultSet row, int index) throws SQLException {
        return new ParkedAge(Span.valueOf(row.getString("span")), List.of(NotInLedger.of(row)));
    }

    private static ParkedAge together(ParkedAge one, ParkedAge other) {
        return new ParkedAge(
                one.span(),
                Stream.concat(one.amounts().stream(), other.amounts().stream()).toList());
    }
}
