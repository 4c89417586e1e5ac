package io.ledgerbridge.privacy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people wrote of refunds that they recorded: why, and what proves it. */
record RecordedRefundWords(JdbcClient jdbc) {

    private static final String ORDER = " WHERE store = :store AND order_id = :order";

    private record Recorded(int number, String document, String why) {

        Recorded erased() {
            return new Recorded(number, ErasedText.ofDocument(document), ErasedText.WORDS);
        }
    }

    /** How many of an order's recorded refunds lose something. */
    int erase(String store, long order) {
        List<Recorded> erased = of(store, order).stream()
                .filter(one -> !one.equals(one.erased()))
                .map(Recorded::erased)
                .toList();
        erased.forEach(one -> jdbc.sql(
                        "UPDATE recorded_refund SET document = :document, why = :why" + ORDER + " AND number = :number")
                .param("document", one.document())
                .param("why", one.why())
                .param("store", store)
                .param("order", order)
                .param("number", one.number())
                .update());
        return erased.size();
    }

    private List<Recorded> of(String store, long order) {
        return jdbc.sql("SELECT number, document, why FROM recorded_refund" + ORDER)
                .param("store", store)
                .param("order", order)
                .query((row, index) ->
                        new Recorded(row.getInt("number"), row.getString("document"), row.getString("why")))
                .list();
    }
}
