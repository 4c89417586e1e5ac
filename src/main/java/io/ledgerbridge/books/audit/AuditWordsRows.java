package io.ledgerbridge.books.audit;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code audit_words}: what was said, beside the links that hold the hash of it. */
@Repository
public class AuditWordsRows {

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

    /**
     * The words of an order's links, by their numbers.
     *
     * @param after the number of the last link before them
     * @param last the number of the last of them
     */
    @Transactional(readOnly = true)
    public Map<Integer, String> of(String store, long order, int after, int last) {
        Map<Integer, String> words = new HashMap<>();
        jdbc.sql("""
                        SELECT link, words FROM audit_words
                         WHERE store = :store AND order_id = :order AND link > :after AND link <= :last""")
                .param("store", store)
                .param("order", order)
                .param("after", after)
                .param("last", last)
                .query(row -> {
                    words.put(row.getInt("link"), row.getString("words"));
                });
        return words;
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
