package io.ledgerbridge.books.audit;

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

    /** Takes out all that was said of an order so far: how many links lose their words. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(String store, long order) {
        return jdbc.sql("DELETE FROM audit_words WHERE store = :store AND order_id = :order")
                .param("store", store)
                .param("order", order)
                .update();
    }
}
