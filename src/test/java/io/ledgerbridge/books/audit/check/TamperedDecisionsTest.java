package io.ledgerbridge.books.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.CpuTime;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.approvals.ApprovalBeans;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.approvals.RefundRequest;
import io.ledgerbridge.approvals.RefundRequests;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.mappings.MappingBeans;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.parked.ReplayBeans;
import io.ledgerbridge.parked.Replays;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.SetAsides;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people decided, and what mappings were, changes what is posted: whoever writes it into the database past the program is
 * found. Order 250 has the recorded refunds M1, and M2, which was removed again; approval 4 was refused, and approval 5 waits.
 * Order 251 is set aside, and so is refund 7 of order 252. Of order 253 an event alone came, and it was set aside.
 */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
class TamperedDecisionsTest {

    private final Database database;
    private final World world;

    TamperedDecisionsTest(Database database) {
        this.database = database;
        this.world = new World(database, ApprovalBeans.class, MappingBeans.class, ReplayBeans.class);
    }

    @BeforeEach
    void decide() {
        database.clear();
        database.jdbc()
                .sql("ALTER TABLE approval ALTER COLUMN id RESTART WITH 1")
                .update();
        record("411000");
        world.later(Duration.ofHours(1));
        record("411009");
        for (long order = 250; order <= 252; order++) {
            world.work("us", order, "BC" + order);
        }
        world.event("us", 253, "it was placed");
        Approvals approvals = world.beans.getBean(Approvals.class);
        approvals.confirm(ask("CN-1"), "bob");
        approvals.confirm(ask("CN-2"), "bob");
        RefundRequests requests = world.beans.getBean(RefundRequests.class);
        approvals.confirm(requests.askToRemove("us", 250, 2, "entered twice", "anna"), "carol");
        approvals.refuse(ask("CN-3"), "bob", "no such document");
        ask("CN-4");
        Replays replays = world.beans.getBean(Replays.class);
        replays.setAside("us", 251, new SetAsides.Decision(0, "by-hand", "SAL-9", "a gift\n of ours", "anna"));
        replays.setAside("us", 252, new SetAsides.Decision(7, "no-entry", null, "a test", "anna"));
        replays.setAside("us", 252, new SetAsides.Decision(8, "no-entry", null, "a test", "anna"));
        replays.undoSetAside("us", 252, 8, "bob");
        replays.setAside("us", 253, new SetAsides.Decision(0, "no-entry", null, "a test", "anna"));
        claims().forEach(claim -> work(claim, claim.order() == 251 || claim.order() == 253));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void findsNothingWhereNobodyHasTampered() {
        assertThat(world.verify().first()).isEmpty();
        assertThat(database.count("set_aside")).isEqualTo(3);
        assertThat(database.count("recorded_refund")).isEqualTo(2);
        assertThat(database.count("approval")).isEqualTo(5);
        assertThat(database.count("mapping_version")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // recorded refunds
                "250 | the recorded refund M3 was added | INSERT INTO recorded_refund SELECT store, order_id, 3, amount, tax, tender, refunded_on, 'CN-9', why, asked_by, confirmed_by, recorded_at, after_refund, NULL FROM recorded_refund WHERE number = 1",
                "251 | the recorded refund M1 was added | INSERT INTO recorded_refund SELECT store, 251, 1, amount, tax, tender, refunded_on, 'CN-9', why, asked_by, confirmed_by, recorded_at, after_refund, NULL FROM recorded_refund WHERE number = 1",
                "250 | the recorded refund M1 is missing | DELETE FROM recorded_refund WHERE number = 1",
                "250 | M1 isn't as the chain tells it: amount is \"108\", and the chain says \"10.8\" | UPDATE recorded_refund SET amount = 108 WHERE number = 1",
                "250 | M1 isn't as the chain tells it: tax is | UPDATE recorded_refund SET tax = 0 WHERE number = 1",
                "250 | M1 isn't as the chain tells it: tender is | UPDATE recorded_refund SET tender = 'cash' WHERE number = 1",
                "250 | M1 isn't as the chain tells it: date is | UPDATE recorded_refund SET refunded_on = DATE '2026-10-31' WHERE number = 1",
                "250 | M1 isn't as the chain tells it: document is | UPDATE recorded_refund SET document = 'CN-7' WHERE number = 1",
                "250 | M1 isn't as the chain tells it: why is | UPDATE recorded_refund SET why = 'as agreed' WHERE number = 1",
                "250 | M1 isn't as the chain tells it: by is | UPDATE recorded_refund SET confirmed_by = 'dave' WHERE number = 1",
                "250 | M1 isn't as the chain tells it: after is | UPDATE recorded_refund SET after_refund = 99 WHERE number = 1",
                "250 | M1 isn't as the chain tells it: removed is \"true\" | UPDATE recorded_refund SET removed_at = recorded_at WHERE number = 1",
                "250 | M2 isn't as the chain tells it: removed is \"false\" | UPDATE recorded_refund SET removed_at = NULL",
                // approvals
                "250 | approval 6 was added | INSERT INTO approval (kind, store, order_id, request, asked_by, asked_at, state) SELECT kind, store, order_id, request, 'eve', asked_at, 'waiting' FROM approval WHERE id = 5",
                "250 | approval 5 is missing | DELETE FROM approval WHERE id = 5",
                "250 | approval 5 isn't as the chain tells it: amount is \"900\" | UPDATE approval SET request = replace(request, '10.80', '900.00') WHERE id = 5",
                "250 | approval 5 isn't as the chain tells it: document is | UPDATE approval SET request = replace(request, 'CN-4', 'CN-5') WHERE id = 5",
                "250 | approval 5 isn't as the chain tells it: askedBy is | UPDATE approval SET asked_by = 'eve' WHERE id = 5",
                "250 | approval 5 isn't as the chain tells it | UPDATE approval SET request = '{' WHERE id = 5",
                "250 | approval 4 isn't as the chain tells it: state is \"confirmed\" | UPDATE approval SET state = 'confirmed' WHERE id = 4",
                "250 | approval 4 isn't as the chain tells it: refusedFor is | UPDATE approval SET why = 'well' WHERE id = 4",
                "250 | approval 1 isn't as the chain tells it: by is | UPDATE approval SET decided_by = 'dave' WHERE id = 1",
                // set-asides
                "250 | the order's set-aside was added | INSERT INTO set_aside (store, order_id, refund_id, kind, why, set_by, set_at) VALUES ('us', 250, 0, 'no-entry', 'a gift', 'eve', TIMESTAMP WITH TIME ZONE '2026-11-03 12:00:00Z')",
                "251 | the set-aside of refund 7 was added | INSERT INTO set_aside (store, order_id, refund_id, kind, why, set_by, set_at) VALUES ('us', 251, 7, 'no-entry', 'a gift', 'eve', TIMESTAMP WITH TIME ZONE '2026-11-03 12:00:00Z')",
                "251 | the order's set-aside is missing | DELETE FROM set_aside WHERE order_id = 251",
                "251 | set-aside isn't as the chain tells it: kind is | UPDATE set_aside SET kind = 'no-entry' WHERE order_id = 251",
                "251 | set-aside isn't as the chain tells it: x3Number is | UPDATE set_aside SET x3_number = 'SAL-8' WHERE order_id = 251",
                "251 | set-aside isn't as the chain tells it: by is | UPDATE set_aside SET set_by = 'eve' WHERE order_id = 251",
                "251 | set-aside isn't as the chain tells it: why is | UPDATE set_aside SET why = 'a loss' WHERE order_id = 251",
                "251 | set-aside isn't as the chain tells it: difference is \"true\" | UPDATE set_aside SET difference = TRUE WHERE order_id = 251",
                "251 | set-aside isn't as the chain tells it: kept is | UPDATE set_aside SET kept = replace(kept, '108.50', '8.50') WHERE order_id = 251",
                "252 | set-aside of refund 7 isn't as the chain tells it: kept is | UPDATE set_aside SET kept = '{}' WHERE order_id = 252",
                "252 | the set-aside of refund 8 was added | INSERT INTO set_aside SELECT store, order_id, 8, kind, x3_number, why, set_by, set_at, kept, difference FROM set_aside WHERE order_id = 252",
                "253 | whole chain is missing: its head | DELETE FROM audit WHERE order_id = 253",
                "253 | whole chain is missing: there is the order's set-aside | DELETE FROM audit WHERE order_id = 253; DELETE FROM audit_head WHERE order_id = 253; DELETE FROM event WHERE order_id = 253; DELETE FROM due_order WHERE order_id = 253",
                // mappings
                "0 | version 3 of the mapping of channel 1 was added | INSERT INTO mapping_version (store, channel, version, since, mapping) SELECT store, channel, 3, since, mapping FROM mapping_version WHERE channel = '1' AND version = 1",
                "0 | version 1 of the mapping of channel 9 was added | INSERT INTO mapping_version (store, channel, version, since, mapping) SELECT store, '9', 1, since, mapping FROM mapping_version WHERE channel = '1' AND version = 1",
                "0 | version 1 of the mapping of channel 1 is missing | DELETE FROM mapping_version WHERE channel = '1' AND version = 1",
                "0 | channel 1 isn't as the chain tells it: sha256 is | UPDATE mapping_version SET mapping = replace(mapping, '411009', '411000') WHERE channel = '1'",
                "0 | channel 1 isn't as the chain tells it: since is | UPDATE mapping_version SET since = since - INTERVAL '1' DAY WHERE channel = '1' AND version = 2",
                "0 | channel 1 isn't as the chain tells it: by is | UPDATE mapping_version SET deployed_by = 'eve' WHERE channel = '1' AND version = 2"
            })
    void findsAndNamesEach(long order, String says, String tampering) {
        world.tamper(tampering);
        List<Finding> found = world.verify().first();
        assertThat(found).isNotEmpty().allSatisfy(one -> assertThat(one.order()).isEqualTo(order));
        assertThat(found).anySatisfy(one -> assertThat(one.says()).contains(says));
    }

    /** Whoever changes a request before a second person has read it has that person confirm another amount. */
    @Test
    void findsARequestThatWasChangedBeforeItWasConfirmed() {
        world.tamper("UPDATE approval SET request = replace(request, '10.80', '900.00') WHERE id = 5");
        world.beans.getBean(Approvals.class).confirm(5, "bob");
        assertThat(world.verify().first())
                .extracting(Finding::says)
                .contains("approval 5 was asked for with another amount than it was confirmed with");
    }

    @Test
    void findsARequestThatNobodyMade() {
        world.tamper("INSERT INTO approval (kind, store, order_id, request, asked_by, asked_at, state)"
                + " SELECT kind, store, order_id, request, 'eve', asked_at, 'waiting' FROM approval WHERE id = 5");
        world.beans.getBean(Approvals.class).confirm(6, "bob");
        assertThat(world.verify().first())
                .extracting(Finding::says)
                .contains("approval 6 was confirmed, and nobody had asked for it");
    }

    @Test
    void goesOnAfterADifferenceThatAPersonAskedFor() {
        world.beans.getBean(Replays.class).replayDifference("us", 251, "anna");
        assertThat(world.verify().first()).isEmpty();
        claims().forEach(claim -> world.beans.getBean(OrderWork.class).setAside(claim, "the difference is posted"));
        assertThat(world.verify().first()).isEmpty();
        world.tamper("UPDATE set_aside SET difference = TRUE WHERE order_id = 251");
        assertThat(world.verify().first()).hasSize(1);
    }

    @Test
    void takesWordsForErasedAfterAnErasure() {
        world.erased("us", 250);
        world.erased("us", 251);
        world.tamper("UPDATE set_aside SET why = '(erased)' WHERE order_id = 251");
        world.tamper("UPDATE recorded_refund SET why = '(erased)', document = '(erased)' WHERE order_id = 250");
        world.tamper("UPDATE approval SET why = '(erased)' WHERE why IS NOT NULL");
        world.tamper("DELETE FROM audit_words WHERE order_id IN (250, 251)");
        assertThat(world.verify().first()).isEmpty();
    }

    /** What a version of before has recorded is told by the first start after it; nothing is a finding until then. */
    @Test
    void takesVersionsOfBefore() {
        world.tamper("DELETE FROM audit WHERE order_id = 0; DELETE FROM audit_head WHERE order_id = 0");
        assertThat(world.verify().first()).isEmpty();
        record("411009");
        assertThat(world.verify().first()).isEmpty();
        assertThat(database.count("mapping_version")).isEqualTo(4);
        world.tamper("DELETE FROM mapping_version WHERE channel = '2' AND version = 1");
        assertThat(world.verify().first()).hasSize(1);
    }

    /** An order that stands set aside in the database while it is worked, and no more after that. */
    @Test
    void findsASetAsideThatStoodForOneWorkAlone() {
        world.event("us", 256, "it was placed");
        world.tamper(
                "INSERT INTO set_aside (store, order_id, refund_id, kind, why, set_by, set_at)"
                        + " VALUES ('us', 256, 0, 'no-entry', 'a gift', 'eve', TIMESTAMP WITH TIME ZONE '2026-11-03 12:00:00Z')");
        claims().forEach(claim -> work(claim, true));
        world.tamper("DELETE FROM set_aside WHERE order_id = 256");
        assertThat(says()).anyMatch(says -> says.contains("nobody had set it aside by then"));
    }

    /** Who asked stays who asked, whatever is a secret. */
    @Test
    void letsNobodyConfirmTheirOwnRequestWhoseNameBecameASecret() {
        world.beans.getBean(KnownSecrets.class).remember("us/settings/x3-password", "anna");
        Approvals approvals = world.beans.getBean(Approvals.class);
        assertThatThrownBy(() -> approvals.confirm(5, "anna")).hasMessageContaining("a second person");
        approvals.confirm(5, "bob");
        assertThat(says()).isEmpty();
    }

    /** What hides secrets doesn't make a comparison take long. */
    @Test
    void comparesHiddenWordsInNoTime() {
        SaidWords words = new SaidWords(new Words(new KnownSecrets()));
        assertThat(CpuTime.within(Duration.ofSeconds(5), () -> words.isSame("***a".repeat(40) + "!", "a".repeat(4000))))
                .isFalse();
        assertThat(words.isSame("the *** of ***", "the key of ours")).isTrue();
        assertThat(words.isSame("the *** of ***!", "the key of ours")).isFalse();
        assertThat(words.isSame("the *** of", "the key of ours")).isFalse();
    }

    @Test
    void showsNothingButAmountsDaysAndWords() {
        world.tamper("UPDATE approval SET request = replace(request, '10.80', 'Jane Roe, 4 Main Street') WHERE id = 5");
        assertThat(says())
                .singleElement()
                .asString()
                .contains("amount is another")
                .doesNotContain("Jane");
    }

    /** Whoever decides reads another number, or another reason, than was given. */
    @ParameterizedTest
    @ValueSource(strings = {"'CN-4', 'CN-5'", "'paid in the shop', 'a gift'"})
    void findsWordsThatWereChangedBeforeTheyWereConfirmed(String change) {
        world.tamper("UPDATE approval SET request = replace(request, %s) WHERE id = 5".formatted(change));
        world.beans.getBean(Approvals.class).confirm(5, "bob");
        assertThat(says()).anyMatch(says -> says.contains("that is said here is another than the one before"));
    }

    /** Anna asks, and has the row say that Bob did, for as long as she needs to confirm it herself. */
    @Test
    void findsWhoConfirmedWhatTheyAskedFor() {
        world.tamper("UPDATE approval SET asked_by = 'bob' WHERE id = 5");
        world.beans.getBean(Approvals.class).confirm(5, "anna");
        world.tamper("UPDATE approval SET asked_by = 'anna' WHERE id = 5");
        assertThat(says()).anyMatch(says -> says.contains("approval 5 was confirmed by who had asked for it"));
    }

    @Test
    void findsARemovalThatWasConfirmedAsAnotherRefund() {
        long id = world.beans.getBean(RefundRequests.class).askToRemove("us", 250, 1, "entered twice", "anna");
        world.tamper("UPDATE approval SET kind = 'record-refund' WHERE id = " + id);
        world.beans.getBean(Approvals.class).confirm(id, "bob");
        world.tamper("UPDATE approval SET kind = 'remove-refund' WHERE id = " + id);
        assertThat(says()).anyMatch(says -> says.contains("asked for with another kind than it was confirmed with"));
    }

    /** Whatever is written into a row, it keeps nobody from finding it, and what else there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE approval SET request = replace(request, '10.80', '10E2147483647') WHERE id = 5",
                "UPDATE approval SET request = replace(request, '10.80', '1E+2147483000') WHERE id = 5",
                "UPDATE approval SET request = replace(request, '10.80', 'much') WHERE id = 5"
            })
    void findsAnAmountThatIsNone(String tampering) {
        world.tamper(tampering);
        world.tamper("DELETE FROM recorded_refund WHERE number = 1");
        assertThat(says())
                .anyMatch(says -> says.contains("approval 5 isn't as the chain tells it: amount"))
                .anyMatch(says -> says.contains("the recorded refund M1 is missing"));
    }

    /** H2 knows no such values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE recorded_refund SET amount = \'NaN\' WHERE number = 1",
                "UPDATE journal_line SET amount = 'NaN'",
                "UPDATE mapping_version SET since = 'infinity'"
            })
    void findsWhatPostgreSqlTakesForAnAmountOrATime(String tampering) {
        assumeThat(database).hasToString("PostgreSQL");
        world.tamper(tampering);
        assertThat(says()).isNotEmpty();
    }

    /** They may name a person. */
    @Test
    void repeatsNoWords() {
        world.tamper("UPDATE set_aside SET why = 'Jane Roe, 4 Main Street' WHERE order_id = 251");
        assertThat(says()).singleElement().asString().doesNotContain("Jane").doesNotContain("gift");
    }

    /** What is a secret changes; rows of before are as people wrote them. */
    @ParameterizedTest
    @ValueSource(strings = {"test", "anna", "shop", "gift", "CN-1"})
    void takesWordsForTheSameWhateverIsASecretNow(String secret) {
        KnownSecrets later = new KnownSecrets();
        later.remember("us/settings/x3-password", secret);
        assertThat(world.verify(new Words(later))).isEmpty();
        world.tamper("UPDATE set_aside SET why = 'a  gift \u200c of ours' WHERE order_id = 251");
        assertThat(world.verify(new Words(later))).isEmpty();
    }

    /** A process of the version before keeps how the order stands, and tells nobody; the order's next work does. */
    @Test
    void healsWhatAProcessOfBeforeHasKept() {
        world.event("us", 254, "it was placed");
        world.beans
                .getBean(Replays.class)
                .setAside("us", 254, new SetAsides.Decision(0, "no-entry", null, "a test", "anna"));
        world.tamper(
                "UPDATE set_aside SET kept = (SELECT kept FROM set_aside WHERE order_id = 251) WHERE order_id = 254");
        assertThat(says()).hasSize(1);
        claims().forEach(claim -> work(claim, true));
        assertThat(says()).isEmpty();
        world.tamper("UPDATE set_aside SET kept = replace(kept, '108.50', '9.00') WHERE order_id = 254");
        world.event("us", 254, "again");
        claims().forEach(claim -> work(claim, true));
        assertThat(says()).as("though the chain has told of another before").isEmpty();
    }

    @Test
    void healsWhatAProcessOfBeforeHasKeptOfARefund() {
        world.tamper(
                "UPDATE set_aside SET kept = (SELECT kept FROM set_aside WHERE order_id = 251) WHERE order_id = 252");
        assertThat(says()).hasSize(1);
        world.event("us", 252, "again");
        claims().forEach(claim -> work(claim, false));
        assertThat(says()).isEmpty();
    }

    /** The person's transaction begins first, and the worker's has to wait for it. */
    @Test
    void tellsTheOrderInWhichAPersonAndAWorkerCame() throws Exception {
        world.event("us", 251, "again");
        Claim claim = claims().get(0);
        Thread worker = new Thread(
                () -> world.beans.getBean(OrderWork.class).setAside(claim, "a person has set the order aside"));
        world.inTransaction(() -> {
            world.beans.getBean(Replays.class).replayDifference("us", 251, "anna");
            worker.start();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        });
        worker.join();
        assertThat(says()).isEmpty();
    }

    /** A refund that stands in the database for one plan alone, and is gone again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"recorded\":[{\"number\":3,\"amount\":5,\"tax\":0,\"tender\":\"cash\",\"date\":\"2026-11-02\",\"after\":0}] | planned with the recorded refund M3",
                "\"recorded\":[{\"number\":1,\"amount\":108,\"tax\":0.8,\"tender\":\"store-credit\",\"date\":\"2026-11-02\",\"after\":0}] | planned with the recorded refund M1",
                "\"setAside\":[{\"refund\":0,\"difference\":false}] | planned with the order's set-aside"
            })
    void findsADecisionOfWhichAPlanAloneTells(String decisions, String says) {
        world.plannedWith("us", 250, "{%s}".formatted(decisions));
        assertThat(says()).anyMatch(found -> found.contains(says));
    }

    @Test
    void takesDecisionsThatAPlanHadAndThatAreUndoneSince() {
        world.plannedWith(
                "us",
                250,
                "{\"recorded\":[{\"number\":2,\"amount\":10.8,\"tax\":0.8,\"tender\":\"store-credit\",\"date\":\"2026-11-02\",\"after\":0}]}");
        world.plannedWith("us", 252, "{\"setAside\":[{\"refund\":8,\"difference\":false}]}");
        assertThat(says()).isEmpty();
    }

    @Test
    void findsAVersionThatWasAddedWhereThereWasNone() {
        PostingRules rules = new Settings().rules();
        world.beans.getBean(MappingVersions.class).recorded(new PostingRules("eu", rules.journal(), Map.of()), null);
        world.tamper("INSERT INTO mapping_version (store, channel, version, since, mapping)"
                + " SELECT 'eu', '9', 1, since, 'none' FROM mapping_version WHERE channel = '1' AND version = 1");
        assertThat(says()).singleElement().asString().contains("version 1 of the mapping of channel 9 was added");
        world.beans
                .getBean(MappingVersions.class)
                .recorded(new PostingRules("eu", rules.journal(), rules.channels()), null);
        assertThat(says())
                .as("one that can't be read keeps nobody from starting")
                .hasSize(1);
    }

    /** The program of before has run once more, and recorded a version: a person answers for it, on that day alone. */
    @Test
    void takesAVersionForWhichAPersonAnswers() {
        world.anchor();
        world.tamper("INSERT INTO mapping_version (store, channel, version, since, mapping)"
                + " SELECT store, channel, 3, since, mapping FROM mapping_version WHERE channel = '1' AND version = 2");
        record("411009");
        assertThat(says()).hasSize(1);
        world.later(Duration.between(world.now(), Instant.parse("2026-12-24T12:00:00Z")));
        record("411009");
        assertThat(says()).isEmpty();
    }

    private List<String> says() {
        return world.verify().first().stream().map(Finding::says).toList();
    }

    private void record(String account) {
        Settings settings = new Settings();
        settings.accounts.put("receivable", account);
        world.beans.getBean(MappingVersions.class).recorded(settings.rules(), "j.doe");
    }

    private long ask(String document) {
        RefundRequest refund = new RefundRequest(
                null,
                new BigDecimal("10.80"),
                new BigDecimal("0.80"),
                "store-credit",
                LocalDate.of(2026, 11, 2),
                document,
                "paid in the shop",
                0);
        return world.beans.getBean(RefundRequests.class).askToRecord("us", 250, refund, "anna");
    }

    /** Which keeps how it stands, of an order that is set aside. */
    private void work(Claim claim, boolean isSetAside) {
        OrderWork work = world.beans.getBean(OrderWork.class);
        OrderReading reading = World.reading(claim.order());
        SetAside.Kept kept = new SetAside.Kept("108.50", true, List.of(), Map.of());
        Plan plan = isSetAside
                ? new Plan(Decision.SET_ASIDE, List.of(), "it is set aside", null, List.of(), kept, true)
                : Plan.post(List.of(), "the ledger holds the order as it is");
        world.inTransaction(() -> work.notePlan(claim, reading, work.known("us", claim.order(), reading), plan));
        if (isSetAside) {
            work.setAside(claim, "a person has set the order aside");
        } else {
            work.posted(claim);
        }
    }

    private List<Claim> claims() {
        return world.beans.getBean(Claims.class).claim("us", 9);
    }
}
