package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.audit.AuditDetail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.database.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Looks whether what was said stands beside a chain as its links hold the hash of it, or was erased as a later link says. */
final class WordsCheck {

    private final String store;
    private final long order;
    private final Findings findings;
    private final Map<Integer, String> told = new TreeMap<>();
    private final Map<Integer, String> kept = new HashMap<>();
    private int erased;

    WordsCheck(String store, long order, Findings findings) {
        this.store = store;
        this.order = order;
        this.findings = findings;
    }

    void look(AuditLink link) {
        JsonNode hash = ToldByChain.detail(link).path(AuditDetail.HASH);
        if (hash.isTextual()) {
            told.put(link.link(), hash.asText());
        }
        if (link.step().equals(AuditWordsRows.ERASED)) {
            erased = link.link();
        }
    }

    /** What stands beside a link. */
    void kept(int link, String words) {
        kept.put(link, Sha256.of(words));
    }

    void end() {
        told.forEach((link, hash) -> {
            String there = kept.remove(link);
            if (there == null && link >= erased) {
                find(link, "what was said is missing beside this link, and no erasure took it out");
            } else if (there != null && !there.equals(hash)) {
                find(link, "what stands beside this link isn't what was said");
            }
        });
        kept.keySet().forEach(link -> find(link, "words stand beside this link of which it doesn't speak"));
    }

    private void find(int link, String says) {
        findings.add(Finding.ofLink(store, order, link, says));
    }
}
