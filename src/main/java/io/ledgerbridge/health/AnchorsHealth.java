package io.ledgerbridge.health;

import io.ledgerbridge.books.audit.anchors.LateAnchor;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while the audit trail's anchor is late, since nobody could prove what became of later links; readiness doesn't ask. */
@Component("anchorsHealthIndicator")
class AnchorsHealth extends AbstractHealthIndicator {

    private final LateAnchor late;

    AnchorsHealth(LateAnchor late) {
        super("the anchors can't be looked at");
        this.late = late;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        late.since().ifPresent(since -> health.down().withDetail("noneSince", since.toString()));
    }
}
