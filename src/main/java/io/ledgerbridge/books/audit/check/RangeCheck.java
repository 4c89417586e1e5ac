package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.AuditHead;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.anchors.AnchorRows;
import io.ledgerbridge.books.audit.anchors.Anchored;
import io.ledgerbridge.books.audit.covered.CoveredDecisions;
import io.ledgerbridge.books.audit.covered.CoveredEvents;
import io.ledgerbridge.books.audit.covered.CoveredJournals;
import io.ledgerbridge.books.audit.covered.OrderRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at all that there is of a range of orders, in one transaction that sees every table at the same moment. */
final class RangeCheck {

    private static final String RANGE =
            " WHERE store = :store AND order_id > :after AND order_id <= :upTo ORDER BY store, order_id";

    private final JdbcClient jdbc;
    private final OrderRange range;
    private final CheckedAgainst against;
    private final Map<Long, AuditHead> heads = new HashMap<>();
    private final Map<Long, List<Anchored>> anchored;
    private final Map<Long, OrderCheck> orders = new TreeMap<>();

    RangeCheck(JdbcClient jdbc, OrderRange range, CheckedAgainst against) {
        this.jdbc = jdbc;
        this.range = range;
        this.against = against;
        this.anchored = new AnchorRows(jdbc).of(range);
    }

    /** What the chains tell, by order. */
    Map<Long, ToldByChain> run() {
        each("SELECT * FROM audit_head" + RANGE, row -> heads.put(row.getLong("order_id"), AuditHead.of(row, 0)));
        heads.keySet().forEach(this::order);
        anchored.keySet().forEach(this::order);
        each(
                "SELECT * FROM audit" + RANGE + ", link",
                row -> order(row.getLong("order_id")).look(AuditLink.of(row, 0)));
        new CoveredJournals(jdbc).each(range, journal -> order(journal.order()).look(journal));
        new CoveredEvents(jdbc).each(range, event -> order(event.order()).look(event));
        new CoveredDecisions(jdbc)
                .each(range, decision -> order(decision.order()).look(decision));
        each(
                "SELECT order_id, sha256, body, read_at FROM reading" + RANGE,
                row -> order(row.getLong("order_id"))
                        .kept(
                                row.getString("sha256"),
                                row.getString("body"),
                                row.getTimestamp("read_at").toInstant()));
        each(
                "SELECT order_id, sha256, body FROM planned_with" + RANGE,
                row -> order(row.getLong("order_id")).known(row.getString("sha256"), row.getString("body")));
        each(
                "SELECT * FROM audit_words" + RANGE,
                row -> order(row.getLong("order_id")).said(row.getInt("link"), row.getString("words")));
        each(
                "SELECT order_id, due_at, outcome FROM due_order" + RANGE,
                row -> order(row.getLong("order_id"))
                        .queued(row.getObject("due_at") != null, row.getString("outcome") != null));
        Map<Long, ToldByChain> told = new HashMap<>();
        orders.forEach((order, check) -> told.put(order, check.end()));
        return told;
    }

    private OrderCheck order(long order) {
        return orders.computeIfAbsent(
                order,
                id -> new OrderCheck(range.store(), id, heads.get(id), anchored.getOrDefault(id, List.of()), against));
    }

    private void each(String sql, RowCallbackHandler reader) {
        range.bind(jdbc.sql(sql)).query(reader);
    }
}
