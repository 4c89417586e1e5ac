package io.ledgerbridge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.approvals.ApprovalSettings;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.anchors.AnchorsAnew;
import io.ledgerbridge.books.audit.check.KeptFor;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.DatabaseServer;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.settings.SettingsFixture;
import io.ledgerbridge.work.RetrySettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One database of a test class's own; H2's ends with its last connection. */
public final class Database implements AutoCloseable {

    static final List<String> TABLES = List.of(
            "delivery",
            "event",
            "due_order",
            "journal_line",
            "journal",
            "reading",
            "planned_with",
            "recomputation_found",
            "recomputation",
            "audit",
            "audit_words",
            "audit_verification",
            "audit_head",
            "audit_anchor",
            "audit_anchored",
            "credential",
            "x3_login",
            "x3_pairing",
            "sweep_cursor",
            "timed_lock",
            "backfill_order",
            "backfill",
            "shadow_account",
            "shadow_order",
            "shadow_run",
            "connection_trouble",
            "x3_session",
            "late_commit",
            "store_pause",
            "books_behind",
            "x3_trace",
            "set_aside",
            "order_tag",
            "mapping_version",
            "approval",
            "recorded_refund",
            "erasure",
            "notice");

    private final String kind;
    private final String url;
    private final String user;
    private final HikariDataSource source;

    Database(String kind, String url, String user) {
        this.kind = kind;
        this.url = url;
        this.user = user;
        this.source = pool(url, user);
    }

    /** What a program of its own needs to use it. */
    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public long count(String table) {
        return jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** Removes every row. */
    public void clear() {
        TABLES.forEach(table -> jdbc().sql("DELETE FROM " + table).update());
    }

    /** What every table holds now. */
    public record Backup(Map<String, List<Map<String, Object>>> rows) {}

    /** Takes a copy of all rows, while no program writes any. */
    public Backup backUp() {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        TABLES.forEach(table ->
                rows.put(table, jdbc().sql("SELECT * FROM " + table).query().listOfRows()));
        return new Backup(rows);
    }

    /** Puts all rows back as they were; what ids were given since is given again. */
    public void restore(Backup backup) {
        clear();
        List<String> tables = new ArrayList<>(TABLES);
        Collections.reverse(tables);
        tables.forEach(table -> put(table, backup.rows().getOrDefault(table, List.of())));
    }

    private void put(String table, List<Map<String, Object>> rows) {
        for (Map<String, Object> row : rows) {
            row.remove("standing"); // the database makes it, and the next
            row.remove("not_in_ledger");
            String columns = String.join(", ", row.keySet());
            String values = row.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
            jdbc().sql("INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, values))
                    .params(row)
                    .update();
        }
        if (!rows.isEmpty() && rows.get(0).containsKey("id")) {
            long next = rows.stream()
                            .mapToLong(row -> ((Number) Objects.requireNonNull(row.get("id"))).longValue())
                            .max()
                            .orElse(0)
                    + 1;
            jdbc().sql("ALTER TABLE %s ALTER COLUMN id RESTART WITH %d".formatted(table, next))
                    .update();
        }
    }

    /** The program's components on this database, with their transactions; whoever asks for them closes them. */
    public AnnotationConfigApplicationContext beans(Clock clock, Class<?>... components) {
        return beans(clock, context -> {}, components);
    }

    /** Likewise, of a process whose own clock is not the database's. */
    public AnnotationConfigApplicationContext beans(Clock own, DatabaseClock clock, Class<?>... components) {
        return beans(
                own, context -> context.registerBean("databaseClock", DatabaseClock.class, () -> clock), components);
    }

    /** Likewise, of a process that goes by the clock of the database, which is a PostgreSQL, whatever its own says. */
    AnnotationConfigApplicationContext beansByItsClock(Clock clock, DrainSettings drain, Class<?>... components) {
        Consumer<AnnotationConfigApplicationContext> others = context -> {
            context.registerBean("drainSettings", DrainSettings.class, () -> drain);
            context.registerBean("databaseClock", DatabaseClock.class, () -> DatabaseClock.of(jdbc()));
        };
        return beans(clock, others, components);
    }

    /** @param others beans in place of those that all have */
    private AnnotationConfigApplicationContext beans(
            Clock clock, Consumer<AnnotationConfigApplicationContext> others, Class<?>... components) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        others.accept(context);
        context.register(Surroundings.class, Words.class, KnownSecrets.class);
        context.register(components);
        context.refresh();
        return context;
    }

    @Override
    public void close() {
        source.close();
    }

    @Override
    public String toString() {
        return kind;
    }

    private static HikariDataSource pool(String url, String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        pool.setMaximumPoolSize(12);
        return pool;
    }

    /** No configuration that a scan of the program's packages would find. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Surroundings {

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        TransactionTemplate transactions(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        JdbcTemplate batches(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }

        /** Small enough to be exceeded by a few orders. */
        @Bean
        ApprovalSettings approvalSettings() {
            return new ApprovalSettings(3, new BigDecimal("1000"), new BigDecimal("100"));
        }

        @Bean
        KeptFor keptFor() {
            return new KeptFor(Duration.ofDays(400), Duration.ofDays(3650));
        }

        @Bean
        AnchorsAnew anchorsAnew() {
            return new AnchorsAnew("2026-12-24 j.doe");
        }

        @Bean
        DatabaseClock databaseClock(Clock clock) {
            return clock::instant;
        }

        @Bean
        DatabaseServer databaseServer() {
            return () -> Instant.EPOCH;
        }

        @Bean
        ChainKeys chainKeys() {
            return new ChainKeys(new EncryptionKey(SettingsFixture.KEY));
        }

        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        DrainSettings drainSettings() {
            return new DrainSettings(Duration.ofMillis(200), 8, Duration.ofMinutes(5));
        }

        @Bean
        RetrySettings retrySettings() {
            return new RetrySettings(Duration.ofSeconds(30), 2, Duration.ofHours(1), Duration.ofHours(48));
        }
    }
}
