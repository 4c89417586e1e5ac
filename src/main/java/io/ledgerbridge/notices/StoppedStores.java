package io.ledgerbridge.notices;

import io.ledgerbridge.faults.Side;
import io.ledgerbridge.notices.Matter.Kind;
import io.ledgerbridge.notices.Matter.Said;
import io.ledgerbridge.notices.Matter.Words;
import io.ledgerbridge.work.Stoppage;
import io.ledgerbridge.work.Stoppages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what keeps all orders of a store from being worked. */
@Component
class StoppedStores {

    private final Stoppages stoppages;

    StoppedStores(Stoppages stoppages) {
        this.stoppages = stoppages;
    }

    List<Said> now() {
        return stoppages.now().stream().map(StoppedStores::said).toList();
    }

    private static Said said(Stoppage one) {
        String about = about(one.kind());
        Map<String, ?> detail = Map.of(
                "store", one.store(), "waitsFor", about, "since", one.since().toString());
        return new Said(
                new Matter(Kind.STORE_STOPPED, one.store(), about, one.since()), () -> new Words(text(one), detail));
    }

    private static String about(Stoppage.Kind kind) {
        return switch (kind) {
            case BIGCOMMERCE -> Side.BIGCOMMERCE.label();
            case SAGE_X3 -> Side.SAGE_X3.label();
            case PAIRING -> "pairing";
            case PAUSE -> "pause";
        };
    }

    private static String text(Stoppage one) {
        Instant since = one.since().truncatedTo(ChronoUnit.SECONDS);
        return switch (one.kind()) {
            case BIGCOMMERCE -> away(Side.BIGCOMMERCE, one.store(), since);
            case SAGE_X3 -> away(Side.SAGE_X3, one.store(), since);
            case PAIRING ->
                "Store %s has to be paired with Sage X3 again, since %s: its orders wait, and none is lost. Open /oauth2/sage-x3/%s/authorize as admin."
                        .formatted(one.store(), since, one.store());
            case PAUSE ->
                "Store %s is paused by %s since %s: its orders wait, and none is lost."
                        .formatted(one.store(), one.by(), since);
        };
    }

    private static String away(Side side, String store, Instant since) {
        return "%s of store %s can't be worked with since %s: the store's orders wait, and none is lost."
                .formatted(side.title(), store, since);
    }
}
