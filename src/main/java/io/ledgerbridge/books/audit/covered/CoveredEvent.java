package io.ledgerbridge.books.audit.covered;

import io.ledgerbridge.database.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event about an order, as its row holds it.
 *
 * @param sha256 over all of it that stays when its body and its headers go
 * @param isWhole false where its body isn't the one that came
 * @param isEmpty whether its body was taken out, or wasn't asked for
 */
public record CoveredEvent(long order, long id, String sha256, boolean isWhole, boolean isEmpty, Instant receivedAt) {

    /** Over several, in the order of their ids. */
    public static String sha256(List<CoveredEvent> events) {
        return Sha256.of(events.stream().map(CoveredEvent::sha256).collect(Collectors.joining("\n")));
    }
}
