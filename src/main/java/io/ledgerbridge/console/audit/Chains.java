package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.AuditApi;
import io.ledgerbridge.api.AuditTrailView;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditChain;
import io.ledgerbridge.books.audit.AuditLink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a chain, and looks at each hash while it does. */
@Component
class Chains {

    private final AuditApi api;
    private final AuditTrail trail;

    Chains(AuditApi api, AuditTrail trail) {
        this.api = api;
        this.trail = trail;
    }

    Chain of(String store, long order, int after) {
        AuditTrailView view = api.trail(store, order, after);
        List<AuditLink> links =
                trail.of(store, order, after, Math.max(1, view.items().size()));
        AuditLink before = after == 0 ? null : first(trail.of(store, order, after - 1, 1));
        List<LinkRow> rows = new ArrayList<>();
        for (int index = 0; index < view.items().size() && index < links.size(); index++) {
            AuditLink link = links.get(index);
            rows.add(new LinkRow(view.items().get(index), AuditChain.follows(before, store, order, link)));
            before = link;
        }
        return new Chain(store, order, rows, view.next());
    }

    private static @Nullable AuditLink first(List<AuditLink> links) {
        return links.isEmpty() ? null : links.get(0);
    }
}
