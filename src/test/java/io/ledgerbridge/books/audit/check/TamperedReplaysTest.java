package io.ledgerbridge.books.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.approvals.ApprovalBeans;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.ReplayRequests;
import io.ledgerbridge.books.AuditTrail;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever has other orders worked again than two people decided is found. Approval 1 is of four orders and was refused;
 * approval 2 of the same ones by their numbers, and approval 3 of all that lack an account wait. Nothing tells of mappings.
 */
@OnEachDatabase
class TamperedReplaysTest {

    private final Database database;
    private final World world;
    private final Approvals approvals;

    TamperedReplaysTest(Database database) {
        this.database = database;
        this.world = new World(database, ApprovalBeans.class);
        this.approvals = world.beans.getBean(Approvals.class);
    }

    @BeforeEach
    void decide() {
        database.clear();
        database.jdbc()
                .sql("ALTER TABLE approval ALTER COLUMN id RESTART WITH 1")
                .update();
        LongStream.range(300, 304).forEach(this::park);
        ReplayRequests requests = world.beans.getBean(ReplayRequests.class);
        requests.ask("us", "no-account", "anna");
        approvals.refuse(1, "bob", "the accounts come first");
        requests.ask("us", List.of(300L, 301L, 302L, 303L), "anna");
        requests.ask("us", "no-account", "anna");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void findsNothingWhereNobodyHasTampered() {
        assertThat(says()).isEmpty();
        approvals.confirm(2, "bob");
        approvals.confirm(3, "bob");
        assertThat(says()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approval 4 was added | INSERT INTO approval (kind, store, order_id, request, asked_by, asked_at, state) SELECT kind, store, order_id, request, 'eve', asked_at, 'waiting' FROM approval WHERE id = 3",
                "approval 3 is missing | DELETE FROM approval WHERE id = 3",
                "approval 1 isn't as the chain tells it: state is \"confirmed\" | UPDATE approval SET state = 'confirmed' WHERE id = 1",
                "approval 1 isn't as the chain tells it: refusedFor is | UPDATE approval SET why = 'well' WHERE id = 1",
                "approval 1 isn't as the chain tells it: by is | UPDATE approval SET decided_by = 'dave' WHERE id = 1",
                "approval 3 isn't as the chain tells it: askedBy is | UPDATE approval SET asked_by = 'eve' WHERE id = 3",
                "approval 3 isn't as the chain tells it: kind is | UPDATE approval SET kind = 'record-refund' WHERE id = 3",
                "approval 3 isn't as the chain tells it: reason is | UPDATE approval SET request = replace(request, 'no-account', 'gave-up') WHERE id = 3",
                "approval 3 isn't as the chain tells it: orders is \"9\", and the chain says \"4\" | UPDATE approval SET request = replace(request, '\"orders\":4', '\"orders\":9') WHERE id = 3",
                "approval 3 isn't as the chain tells it: amounts is | UPDATE approval SET request = replace(request, '434', '4') WHERE id = 3",
                "approval 3 isn't as the chain tells it: until is | UPDATE approval SET request = replace(request, '2026-', '2027-') WHERE id = 3",
                "approval 2 isn't as the chain tells it: sha256 is another | UPDATE approval SET request = replace(request, '301', '401') WHERE id = 2",
                "approval 2 isn't as the chain tells it | UPDATE approval SET request = '{' WHERE id = 2"
            })
    void findsAndNamesEach(String says, String tampering) {
        world.tamper(tampering);
        assertThat(says()).singleElement().asString().contains(says);
        assertThat(world.verify().first()).extracting(Finding::order).containsExactly(0L);
    }

    /** Whoever changes a request before a second person has read it has that person confirm other orders. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | sha256 | replace(request, '303', '999')",
                "3 | reason | replace(request, 'no-account', 'gave-up')",
                "3 | until | replace(request, '2026-', '2027-')",
                "3 | reason | replace(request, '\"reason\":\"no-account\",', '')"
            })
    void findsARequestThatWasChangedBeforeItWasConfirmed(long id, String what, String change) {
        String before = database.jdbc()
                .sql("SELECT request FROM approval WHERE id = " + id)
                .query(String.class)
                .single();
        world.tamper("UPDATE approval SET request = %s WHERE id = %d".formatted(change, id));
        approvals.confirm(id, "bob");
        database.jdbc()
                .sql("UPDATE approval SET request = :before WHERE id = " + id)
                .param("before", before)
                .update();
        assertThat(says())
                .contains("approval %d was asked for with another %s than it was confirmed with".formatted(id, what));
    }

    /** Anna asks, and has the row say that Bob did, for as long as she needs to confirm it herself. */
    @Test
    void findsWhoConfirmedWhatTheyAskedFor() {
        world.tamper("UPDATE approval SET asked_by = 'bob' WHERE id = 3");
        approvals.confirm(3, "anna");
        world.tamper("UPDATE approval SET asked_by = 'anna' WHERE id = 3");
        assertThat(says()).anyMatch(says -> says.contains("approval 3 was confirmed by who had asked for it"));
    }

    private void park(long order) {
        database.jdbc()
                .sql("""
                        INSERT INTO due_order (store, order_id, marks, fence, outcome, reason, settled_at, currency, total)
                        VALUES ('us', :order, 1, 1, 'parked', 'no-account', :at, 'USD', 108.50)""")
                .param("order", order)
                .param("at", world.now().atOffset(ZoneOffset.UTC))
                .update();
        world.inTransaction(
                () -> world.beans.getBean(AuditTrail.class).append("us", order, "order-parked", null, Map.of()));
    }

    private List<String> says() {
        return world.verify().first().stream().map(Finding::says).toList();
    }
}
