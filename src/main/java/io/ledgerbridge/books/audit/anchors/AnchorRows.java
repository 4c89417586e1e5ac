package io.ledgerbridge.books.audit.anchors;

import io.ledgerbridge.books.audit.covered.OrderRange;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code audit_anchor} and {@code audit_anchored}: they are added and never changed. */
public record AnchorRows(JdbcClient jdbc) {

    private static final int ROWS_AT_ONCE = 5000;

    /** The last that was made. */
    public Optional<Anchor> newest() {
        return jdbc.sql("SELECT * FROM audit_anchor ORDER BY number DESC LIMIT 1")
                .query(Anchor::of)
                .optional();
    }

    /** The number of the next one. */
    int next() {
        return newest().map(Anchor::number).orElse(0) + 1;
    }

    /** Whether that is still so; until the transaction ends, nobody else who is in a turn makes it. */
    boolean isNext(int number) {
        jdbc.sql("SELECT ends_at FROM timed_lock WHERE name = 'anchor' FOR UPDATE")
                .query()
                .listOfRows();
        return number == next();
    }

    /** One page, the newest first; the first page is 0. */
    List<Anchor> page(int page, int size) {
        return jdbc.sql("SELECT * FROM audit_anchor ORDER BY number DESC LIMIT :size OFFSET :skip")
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Anchor::of)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM audit_anchor").query(Long.class).single();
    }

    /** The next one above a number. */
    public Optional<Anchor> after(int number) {
        return jdbc.sql("SELECT * FROM audit_anchor WHERE number > :number ORDER BY number LIMIT 1")
                .param("number", number)
                .query(Anchor::of)
                .optional();
    }

    void insert(Anchor anchor) {
        jdbc.sql("""
                        INSERT INTO audit_anchor (number, at, changed, chains, links, digest, previous_hash, hash, key_id,
                            keyed_hash)
                        VALUES (:number, :at, :changed, :chains, :links, :digest, :previous, :hash, :keyId, :keyed)""")
                .param("number", anchor.number())
                .param("at", anchor.at().atOffset(ZoneOffset.UTC))
                .param("changed", anchor.changed())
                .param("chains", anchor.chains())
                .param("links", anchor.links())
                .param("digest", anchor.digest())
                .param("previous", anchor.previousHash())
                .param("hash", anchor.hash())
                .param("keyId", anchor.keyed().keyId())
                .param("keyed", anchor.keyed().hash())
                .update();
    }

    /** The rows of an anchor, or of the one that is being made, in their order; some thousand in memory, however many there are. */
    public void each(int anchor, Consumer<Anchored> reader) {
        List<Anchored> some = after(anchor, 0);
        while (!some.isEmpty()) {
            some.forEach(reader);
            some = after(anchor, some.get(some.size() - 1).position());
        }
    }

    /**
     * The next rows of an anchor, some thousand of them.
     *
     * @param position of the last before them; 0 for the first
     */
    public List<Anchored> after(int anchor, int position) {
        return jdbc.sql("""
                        SELECT * FROM audit_anchored WHERE anchor = :anchor AND position > :after
                         ORDER BY anchor, position LIMIT :most""")
                .param("anchor", anchor)
                .param("after", position)
                .param("most", ROWS_AT_ONCE)
                .query(Anchored::of)
                .list();
    }

    /** What anchors hold of a range of orders, by order and anchor. */
    public Map<Long, List<Anchored>> of(OrderRange range) {
        Map<Long, List<Anchored>> byOrder = new HashMap<>();
        range.bind(jdbc.sql("""
                        SELECT * FROM audit_anchored
                         WHERE store = :store AND order_id > :after AND order_id <= :upTo
                         ORDER BY store, order_id, anchor, position""")).query(row -> {
            Anchored anchored = Anchored.of(row, 0);
            byOrder.computeIfAbsent(anchored.order(), first -> new ArrayList<>())
                    .add(anchored);
        });
        return byOrder;
    }
}
