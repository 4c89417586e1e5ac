package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What hangs instead of ending keeps nobody waiting for ever. The time-outs are the program's own, made shorter. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class HangingTest {

    private static final Map<String, String> SHORT = Map.of(
            "spring.datasource.hikari.connection-init-sql",
                    "SET lock_timeout = '1s'; SET idle_in_transaction_session_timeout = '3s'",
            "spring.datasource.hikari.data-source-properties.socketTimeout", "5",
            "spring.datasource.hikari.connection-timeout", "2000");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void goesOnOverNewConnectionsWhereTheOldOnesAreSilent() {
        try (Database database = Databases.postgresql();
                Passage passage = new Passage(port(database))) {
            Map<String, String> settings = settings(database);
            settings.computeIfPresent(
                    "spring.datasource.url",
                    (name, url) -> url.replace(":" + port(database) + "/", ":" + passage.port() + "/"));
            assertThat(new Scenarios(directory).databaseFallsSilent(passage, settings))
                    .matches(Verdict::isGood);
        }
    }

    @Test
    void takesWhatAProcessThatSleepsHadLocked() {
        try (Database database = Databases.postgresql()) {
            assertThat(new Scenarios(directory).stoppedInATransaction(settings(database)))
                    .matches(Verdict::isGood);
        }
    }

    private static Map<String, String> settings(Database database) {
        Map<String, String> settings = new HashMap<>(Surroundings.postgreSql(database));
        settings.putAll(SHORT);
        return settings;
    }

    private static int port(Database database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }
}
