package io.ledgerbridge.console.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.privacy.Erasures;
import io.ledgerbridge.privacy.OrderErasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What came of the erasures of some orders, with the links that tell of them. */
@Component
class ErasedOrders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Erasures erasures;
    private final AuditTrail trail;

    ErasedOrders(Erasures erasures, AuditTrail trail) {
        this.erasures = erasures;
        this.trail = trail;
    }

    /** Those of a store that were asked for. */
    List<ErasureRow> of(String store, List<Long> orders) {
        return orders.isEmpty()
                ? List.of()
                : erasures.of(store, orders).stream().map(one -> of(store, one)).toList();
    }

    private ErasureRow of(String store, OrderErasure erasure) {
        Optional<AuditLink> link = erasure.isDue()
                ? Optional.empty()
                : trail.newestOf(store, erasure.order(), AuditWordsRows.ERASED, 1).stream()
                        .filter(newest ->
                                erasure.askedAt().toString().equals(says(newest).get("at")))
                        .findFirst();
        return new ErasureRow(
                erasure,
                link.map(AuditLink::link).orElse(null),
                link.map(ErasedOrders::taken).orElse(Map.of()));
    }

    private static Map<String, String> taken(AuditLink link) {
        Map<String, String> taken = says(link);
        taken.keySet().removeAll(Set.of("by", "at"));
        return taken;
    }

    /** When it was asked for, too: the clocks of two processes may differ, that instant doesn't. */
    private static Map<String, String> says(AuditLink link) {
        try {
            return new LinkedHashMap<>(Detail.of(JSON.readTree(link.detail())));
        } catch (JsonProcessingException changed) {
            return new LinkedHashMap<>();
        }
    }
}
