package io.ledgerbridge;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * Fresh databases of both kinds, with all migrations. H2 lives in memory; PostgreSQL is a real server, started once for
 * all tests of the JVM, which needs no installation (as root it needs {@code unshare}).
 */
public final class Databases {

    /** As the program has them by default: H2's own {@code LOCK_TIMEOUT} is 2 s. */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=75000";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** One of each kind for {@link OnEachDatabase}, which closes them. */
    static final class Each implements ArgumentsProvider {

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext test) {
            return Stream.<Supplier<Database>>of(Databases::h2, Databases::postgresql)
                    .map(Supplier::get)
                    .map(Arguments::of);
        }
    }

    /** The URL of a database in memory that nobody else has and nothing is in, until the JVM ends. */
    public static String inMemory() {
        return "jdbc:h2:mem:own%d%s;DB_CLOSE_DELAY=-1".formatted(NUMBER.incrementAndGet(), H2_OPTIONS);
    }

    public static Database h2() {
        Database database = new Database("H2", "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + H2_OPTIONS, "sa");
        migrate(database.source());
        return database;
    }

    public static Database postgresql() {
        String name = "test" + NUMBER.incrementAndGet();
        PostgreSql.execute("CREATE DATABASE " + name + " TEMPLATE migrated");
        return new Database("PostgreSQL", PostgreSql.url(name), PostgreSql.USER);
    }

    /** One of each kind in which nothing is. */
    public static List<Database> empty() {
        String name = "test" + NUMBER.incrementAndGet();
        PostgreSql.execute("CREATE DATABASE " + name);
        return List.of(
                new Database("H2", inMemory(), "sa"),
                new Database("PostgreSQL", PostgreSql.url(name), PostgreSql.USER));
    }

    private static void migrate(DataSource database) {
        migrations(database).load().migrate();
    }

    /** The program's migrations, as {@code spring.flyway.locations} names them. */
    public static FluentConfiguration migrations(DataSource database) {
        String vendor = DatabaseDriver.fromProductName(product(database)).getId();
        return Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/" + vendor);
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The server, with a migrated database that the others are copies of. */
    private static final class PostgreSql {

        static final String USER = "postgres";

        /** Several JVMs begin at once, each with a server of its own. */
        private static final Duration LONGEST_START = Duration.ofMinutes(2);

        private static final EmbeddedPostgres SERVER = start();

        static {
            execute("CREATE DATABASE migrated");
            migrate(SERVER.getDatabase(USER, "migrated"));
        }

        static String url(String database) {
            return SERVER.getJdbcUrl(USER, database);
        }

        static void execute(String sql) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(LONGEST_START)
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
