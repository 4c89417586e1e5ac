package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.database.DatabaseServer;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@WholeProgram
@Tag(WholeProgram.TRIAL)
class DatabaseServerTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void isAnotherOneAfterAnEnd() {
        try (PostgreSqlServer postgres = PostgreSqlServer.start(directory)) {
            DatabaseServer server = DatabaseServer.of(
                    JdbcClient.create(new DriverManagerDataSource(postgres.url(), PostgreSqlServer.USER, "")));
            Instant first = server.startedAt();
            assertThat(server.startedAt()).isEqualTo(first);

            postgres.kill();
            postgres.startIfKilled();

            assertThat(server.startedAt()).isAfter(first);
        }
    }
}
