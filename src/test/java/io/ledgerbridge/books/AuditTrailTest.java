package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.audit.AuditLink;
import java.time.Duration;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class AuditTrailTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00.123456789Z");
    private final AnnotationConfigApplicationContext beans;
    private final AuditTrail audit;

    AuditTrailTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, AuditTrail.class);
        this.audit = beans.getBean(AuditTrail.class);
    }

    @BeforeEach
    void writeFourLinks() {
        database.clear();
        for (int link = 1; link <= 4; link++) {
            append("step-" + link, "Größe \0 \ud83d\ude00 " + link);
            clock.advance(Duration.ofMillis(1));
        }
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void linksEachRowToTheOneBefore() {
        assertThat(audit.of("us", 250, 0, 1000)).extracting(AuditLink::link).containsExactly(1, 2, 3, 4);
        assertThat(audit.of("us", 250, 0, 1000).get(0).previousHash()).isEqualTo("0".repeat(64));
        assertThat(audit.of("us", 250, 0, 1000).get(3).previousHash())
                .isEqualTo(audit.of("us", 250, 0, 1000).get(2).hash());
        assertThat(audit.firstBroken("us", 250)).isEmpty();
        assertThat(audit.firstBroken("us", 251)).isEmpty();
    }

    @Test
    void keepsAChainAnOrder() {
        assertThat(audit.of("eu", 250, 0, 1000)).isEmpty();
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> audit.append("eu", 250, "step-1", null, Map.of()));
        assertThat(audit.of("eu", 250, 0, 1000)).extracting(AuditLink::link).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "detail = '{\"words\":\"nothing happened\"}'",
                "step = 'step-9'",
                "reference = 'BC999'",
                "reference = NULL",
                "at = at + INTERVAL '1' SECOND",
                "store = 'us', previous_hash = '" + "1111111111111111111111111111111111111111111111111111111111111111'",
                "hash = '" + "1111111111111111111111111111111111111111111111111111111111111111'"
            })
    void findsALinkThatWasChanged(String change) {
        tamper("UPDATE audit SET " + change + " WHERE link = 2");
        assertThat(audit.firstBroken("us", 250)).map(AuditLink::link).contains(2);
    }

    @Test
    void findsThatALinkWasRemoved() {
        tamper("DELETE FROM audit WHERE link = 2");
        assertThat(audit.firstBroken("us", 250)).map(AuditLink::link).contains(3);
    }

    @Test
    void findsThatTheFirstLinkWasRemovedAndTheOthersRenumbered() {
        tamper("DELETE FROM audit WHERE link = 1");
        for (int link = 2; link <= 4; link++) {
            tamper("UPDATE audit SET link = " + (link - 1) + " WHERE link = " + link);
        }
        assertThat(audit.firstBroken("us", 250)).map(AuditLink::link).contains(1);
    }

    @Test
    void findsALinkThatWasAdded() {
        tamper("""
                INSERT INTO audit (store, order_id, link, at, step, detail, previous_hash, hash)
                SELECT store, order_id, 5, at, 'order-posted', '{}', hash, previous_hash FROM audit WHERE link = 4""");
        assertThat(audit.firstBroken("us", 250)).map(AuditLink::link).contains(5);
    }

    @Test
    void findsALinkThatWasMovedFromAnotherOrder() {
        tamper("UPDATE audit SET order_id = 251");
        assertThat(audit.firstBroken("us", 251)).map(AuditLink::link).contains(1);
    }

    @Test
    void writesNoLinkOutsideATransaction() {
        assertThatThrownBy(() -> audit.append("us", 250, "step-5", null, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    /** 2026-11-01 01:30 comes twice in Chicago. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Chicago", "UTC", "Pacific/Apia"})
    void tellsTheSameInstantInEveryZone(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            clock.set(java.time.Instant.parse("2026-11-01T06:30:00Z"));
            append("step-5", "in summer");
            clock.advance(Duration.ofHours(1));
            append("step-6", "in winter");
            assertThat(audit.firstBroken("us", 250)).isEmpty();
            assertThat(audit.of("us", 250, 0, 1000).get(5).at()).isEqualTo(clock.instant());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private void append(String step, String words) {
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        transaction -> audit.append("us", 250, step, "BC250", Map.of("words", words, "amount", "1")));
    }

    private void tamper(String sql) {
        assertThat(database.jdbc().sql(sql).update()).isPositive();
    }
}
