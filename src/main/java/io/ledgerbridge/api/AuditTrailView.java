package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.books.audit.AuditDetail;
import io.ledgerbridge.books.audit.AuditLink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order's audit trail, or a part of it, as answers show it.
 *
 * @param next if the trail is longer than one answer: what to ask for as {@code after}
 */
public record AuditTrailView(
        String store,
        long order,
        List<Link> items,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer next) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param words what was said in these links and stands beside the chain, by their numbers
     * @param most as many links as one answer has
     */
    static AuditTrailView of(String store, long order, List<AuditLink> links, Map<Integer, String> words, int most) {
        return new AuditTrailView(
                store,
                order,
                links.stream()
                        .map(link -> Link.of(link, words.get(link.link())))
                        .toList(),
                links.size() < most ? null : links.get(most - 1).link());
    }

    /**
     * One link.
     *
     * @param detail what it says, with the words that stand beside the chain
     * @param chained if there are or were such words: the detail as it is in the chain, byte by byte
     * @param words these words as they are kept, whose SHA-256 is in the chain; null where they were erased
     */
    public record Link(
            int link,
            Instant at,
            String step,
            @Nullable String reference,
            JsonNode detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String chained,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String words,

            String previousHash,
            String hash) {

        static Link of(AuditLink link, @Nullable String words) {
            JsonNode detail = read(link.detail());
            boolean isApart = detail.has(AuditDetail.HASH);
            if (words != null && detail instanceof ObjectNode whole && read(words) instanceof ObjectNode said) {
                said.remove(AuditDetail.SALT);
                whole.setAll(said);
            }
            return new Link(
                    link.link(),
                    link.at(),
                    link.step(),
                    link.reference(),
                    detail,
                    isApart ? link.detail() : null,
                    words,
                    link.previousHash(),
                    link.hash());
        }

        /** One that somebody has changed into no JSON is shown as it is. */
        private static JsonNode read(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException changed) {
                return JSON.getNodeFactory().textNode(text);
            }
        }
    }
}
