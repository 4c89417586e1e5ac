package io.ledgerbridge.crash;

import io.ledgerbridge.Database;
import java.nio.file.Path;
import java.util.Map;

/** The settings that name a database. */
final class Surroundings {

    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=75000";

    private Surroundings() {}

    static Map<String, String> postgreSql(Database database) {
        return postgreSql(database.url(), database.user());
    }

    static Map<String, String> postgreSql(String url, String user) {
        return Map.of("spring.datasource.url", url, "spring.datasource.username", user);
    }

    /** As the program has it by default. */
    static Map<String, String> h2(Path directory) {
        return Map.of("spring.datasource.url", "jdbc:h2:file:%s/ledger-bridge%s".formatted(directory, H2_OPTIONS));
    }

    static Map<String, String> inMemory() {
        return Map.of("spring.datasource.url", "jdbc:h2:mem:ledger-bridge" + H2_OPTIONS);
    }
}
