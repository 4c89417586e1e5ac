package io.ledgerbridge.books.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code audit_words}: what was said, beside the links that hold the hash of it. */
@Repository
public class AuditWordsRows {

    /** The step of a link that says that the words beside those before it were erased. */
    public static final String ERASED = "personal-data-erased";

    private final JdbcClient jdbc;

    public AuditWordsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(String store, long order, int link, String words) {
        jdbc.sql("INSERT INTO audit_words (store, order_id, link, words) VALUES (:store, :order, :link, :words)")
                .param("store", store)
                .param("order", order)
                .param("link", link)
                .param("words", words)
                .update();
    }

    /** What was said in links of an order's chain that follow each other, by their numbers; JSON. */
    @Transactional(readOnly = true)
    public Map<Integer, String> of(String store, long order, List<AuditLink> links) {
        Map<Integer, String> words = new HashMap<>();
        if (links.isEmpty()) {
            return words;
        }
        jdbc.sql("""
                        SELECT link, words FROM audit_words
                         WHERE store = :store AND order_id = :order AND link BETWEEN :first AND :last""")
                .param("store", store)
                .param("order", order)
                .param("first", links.get(0).link())
                .param("last", links.get(links.size() - 1).link())
                .query(row -> {
                    words.put(row.getInt("link"), row.getString("words"));
                });
        return words;
    }

    /** Of each of some orders of a store the newest link that is of a step, where it has one. */
    @Transactional(readOnly = true)
    public List<SaidLink> newestOfEach(String store, Collection<Long> orders, String step) {
        return jdbc.sql("""
                        SELECT a.*, w.words FROM audit a
                          LEFT JOIN audit_words w ON w.store = a.store AND w.order_id = a.order_id AND w.link = a.link
                         WHERE a.store = :store AND a.order_id IN (:orders) AND a.step = :step
                           AND NOT EXISTS (SELECT 1 FROM audit later
                                            WHERE later.store = a.store AND later.order_id = a.order_id
                                              AND later.step = :step AND later.link > a.link)""")
                .param("store", store)
                .param("orders", orders)
                .param("step", step)
                .query(SaidLink::of)
                .list();
    }

    /** Takes out all that was said of an order so far: how many links lose their words. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(String store, long order) {
        return jdbc.sql("DELETE FROM audit_words WHERE store = :store AND order_id = :order")
                .param("store", store)
                .param("order", order)
                .update();
    }
}
