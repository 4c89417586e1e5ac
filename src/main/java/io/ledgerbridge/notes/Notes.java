package io.ledgerbridge.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.books.audit.SaidLink;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.queue.DueOrders;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes about orders, and who looks after each. Both are links of the order's chain and nothing else: what was written stays
 * as it is, and is erased with the order's other words.
 */
@Service
public class Notes {

    private static final int MOST = 100;

    private static final String WRITTEN = "note-written";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DueOrders orders;
    private final AuditTrail audit;
    private final AuditWordsRows words;
    private final Words kept;

    Notes(DueOrders orders, AuditTrail audit, AuditWordsRows words, Words kept) {
        this.kept = kept;
        this.orders = orders;
        this.audit = audit;
        this.words = words;
    }

    /**
     * Writes a note down, unless it is the newest already, and by the same person: who sends it again, since it was not known
     * whether it was written, or was not with all of some orders, has it once.
     *
     * @return false where nothing is known of the order
     */
    @Transactional
    public boolean write(String store, long order, String text, String by) {
        boolean isKnown = orders.lock(store, order);
        if (isKnown && !isNewest(store, order, text, by)) {
            audit.append(store, order, WRITTEN, null, Map.of("by", by, "text", text));
        }
        return isKnown;
    }

    /**
     * Has somebody look after an order.
     *
     * @param to null: nobody
     * @return false where nothing is known of the order
     */
    @Transactional
    public boolean assign(String store, long order, @Nullable String to, String by) {
        boolean isKnown = orders.lock(store, order);
        if (isKnown && orders.assign(store, order, to)) {
            audit.append(store, order, "assigned", null, Map.of("by", by, "to", to == null ? "" : to));
        }
        return isKnown;
    }

    private boolean isNewest(String store, long order, String text, String by) {
        Note newest = newest(store, List.of(order)).get(order);
        return newest != null && newest.by().equals(by) && kept.kept(text).equals(newest.text());
    }

    /** The newest {@value #MOST} about an order, the oldest of them first. */
    @Transactional(readOnly = true)
    public List<Note> of(String store, long order) {
        List<AuditLink> links = audit.newestOf(store, order, WRITTEN, MOST);
        Map<Integer, String> said = words.of(store, order, links);
        return links.stream().map(link -> note(link, said.get(link.link()))).toList();
    }

    /** The newest about each of some orders of a store, by their numbers; those without one are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Note> newest(String store, Collection<Long> orders) {
        return words.newestOfEach(store, orders, WRITTEN).stream()
                .collect(Collectors.toMap(SaidLink::order, said -> note(said.link(), said.words())));
    }

    private static Note note(AuditLink link, @Nullable String words) {
        return new Note(link.link(), link.at(), json(link.detail()).path("by").asText(), text(json(words)));
    }

    private static @Nullable String text(JsonNode said) {
        return said.path("text").isTextual() ? said.path("text").asText() : null;
    }

    /** Nothing of what isn't there any more, or was changed. */
    private static JsonNode json(@Nullable String text) {
        try {
            return text == null ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException changed) {
            return MissingNode.getInstance();
        }
    }
}
