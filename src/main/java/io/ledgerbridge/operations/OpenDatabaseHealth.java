package io.ledgerbridge.operations;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down from the moment at which H2 has closed itself: the process has to be started anew, once there is room on the disk. */
@Component("openDatabase")
class OpenDatabaseHealth implements HealthIndicator {

    OpenDatabaseHealth() {
        ClosedDatabase.forget();
    }

    @Override
    public Health health() {
        return ClosedDatabase.wasSeen()
                ? Health.down()
                        .withDetail("reason", "H2 has closed itself, as on a full disk; a restart opens it again")
                        .build()
                : Health.up().build();
    }
}
