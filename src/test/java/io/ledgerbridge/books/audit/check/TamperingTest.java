package io.ledgerbridge.books.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.books.audit.AuditChain;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.credentials.KeysetRecipe;
import io.ledgerbridge.settings.SettingsFixture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody who can write to the database, and lacks the encryption key, may try: each is found, and named. Orders 249
 * to 253 of store us were worked before anchor 1; 250 again, and 254, between anchors 1 and 2; 255 since.
 */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
class TamperingTest {

    private final Database database;
    private final World world;

    TamperingTest(Database database) {
        this.database = database;
        this.world = new World(database);
    }

    @BeforeEach
    void work() {
        database.clear();
        for (long order = 249; order <= 253; order++) {
            world.work("us", order, "BC" + order);
        }
        world.work("eu", 250, "EU250");
        world.anchor();
        world.work("us", 250, "BC250-2");
        world.work("us", 254, "BC254");
        world.anchor();
        world.work("us", 255, "BC255");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void findsNothingWhereNobodyHasTampered() {
        Findings findings = world.verify();
        assertThat(findings.first()).isEmpty();
        assertThat(findings.checked()).isEqualTo(9 * 6 + 2);
        world.event("us", 250, "an event that no reading knows yet");
        assertThat(world.verify().first()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // links
                "us 250 link 3 | this link isn't what was written | UPDATE audit SET detail = '{}' WHERE store = 'us' AND order_id = 250 AND link = 3",
                "us 250 link 4 | link 3 is missing | DELETE FROM audit WHERE store = 'us' AND order_id = 250 AND link = 3",
                "us 250 link 5 | links 3 to 4 are missing | DELETE FROM audit WHERE store = 'us' AND order_id = 250 AND link IN (3, 4)",
                "us 250 link 2 | link 1 is missing | DELETE FROM audit WHERE store = 'us' AND order_id = 250 AND link = 1",
                "us 250 link 13 | behind its head | INSERT INTO audit (store, order_id, link, at, step, detail, previous_hash, hash, key_id, keyed_hash) SELECT store, order_id, 13, at, 'order-posted', '{}', hash, previous_hash, key_id, keyed_hash FROM audit WHERE store = 'us' AND order_id = 250 AND link = 12",
                "us 250 link 3 | no keyed hash | UPDATE audit SET keyed_hash = NULL, key_id = NULL WHERE store = 'us' AND order_id = 250 AND link = 3",
                "us 250 link 1 | no keyed hash | UPDATE audit SET keyed_hash = NULL, key_id = NULL WHERE store = 'us' AND order_id = 250",
                "us 250 link 1 | no keyed hash | UPDATE audit SET keyed_hash = NULL, key_id = NULL WHERE store = 'us' AND order_id = 250; DELETE FROM audit_head WHERE store = 'us' AND order_id = 250",
                "us 250 link 1 | no keyed hash | UPDATE audit SET keyed_hash = NULL, key_id = NULL WHERE store = 'us' AND order_id = 250; UPDATE audit_head SET old_links = 12 WHERE store = 'us' AND order_id = 250",
                "us 250 link 12 | head is forged | UPDATE audit_head SET old_links = 12 WHERE store = 'us' AND order_id = 250",
                "us 250 link 3 | keyed hash doesn't fit | UPDATE audit SET keyed_hash = hash WHERE store = 'us' AND order_id = 250 AND link = 3",
                "us 250 link 3 | keyed hash doesn't fit | UPDATE audit SET keyed_hash = 'none' WHERE store = 'us' AND order_id = 250 AND link = 3",
                "us 250 link 3 | is not in the keyset | UPDATE audit SET key_id = '0123456789abcdef' WHERE store = 'us' AND order_id = 250 AND link = 3",
                // the ends of chains
                "us 255 link 5 | ends at link 4 and its head is at link 6 | DELETE FROM audit WHERE store = 'us' AND order_id = 255 AND link > 4",
                "us 255 link 4 | head is forged | DELETE FROM audit WHERE store = 'us' AND order_id = 255 AND link > 4; UPDATE audit_head SET link = 4, hash = (SELECT a.hash FROM audit a WHERE a.store = 'us' AND a.order_id = 255 AND a.link = 4) WHERE store = 'us' AND order_id = 255",
                "us 255 link 4 | head is missing | DELETE FROM audit WHERE store = 'us' AND order_id = 255 AND link > 4; DELETE FROM audit_head WHERE store = 'us' AND order_id = 255",
                "us 250 link 11 | ends at link 10 | DELETE FROM audit WHERE store = 'us' AND order_id = 250 AND link > 10; DELETE FROM audit_head WHERE store = 'us' AND order_id = 250",
                "us 251 link 6 | head is missing | DELETE FROM audit_head WHERE store = 'us' AND order_id = 251",
                "us 255 link 6 | says that an anchor holds it | UPDATE audit_head SET anchored = TRUE WHERE store = 'us' AND order_id = 255",
                // whole chains
                "us 251 link 1 | whole chain is missing: its head | DELETE FROM audit WHERE store = 'us' AND order_id = 251",
                "us 251 link 1 | whole chain is missing: anchor 1 | DELETE FROM audit WHERE store = 'us' AND order_id = 251; DELETE FROM audit_head WHERE store = 'us' AND order_id = 251",
                "us 251 link 1 | whole chain is missing: the order has 1 journals | DELETE FROM audit WHERE store = 'us' AND order_id = 251; DELETE FROM audit_head WHERE store = 'us' AND order_id = 251; DELETE FROM audit_anchored WHERE store = 'us' AND order_id = 251",
                "us 255 link 1 | whole chain is missing: the order has 1 journals | DELETE FROM audit WHERE store = 'us' AND order_id = 255; DELETE FROM audit_head WHERE store = 'us' AND order_id = 255",
                "us 255 link 1 | whole chain is missing: the order was worked | DELETE FROM audit WHERE store = 'us' AND order_id = 255; DELETE FROM audit_head WHERE store = 'us' AND order_id = 255; DELETE FROM journal_line WHERE journal_id IN (SELECT id FROM journal WHERE order_id = 255); DELETE FROM journal WHERE order_id = 255; DELETE FROM event WHERE order_id = 255",
                "us 251 link 1 | whole chain is missing: anchor 1 | DELETE FROM audit WHERE store = 'us' AND order_id = 251; DELETE FROM audit_head WHERE store = 'us' AND order_id = 251; DELETE FROM journal_line WHERE journal_id IN (SELECT id FROM journal WHERE order_id = 251); DELETE FROM journal WHERE order_id = 251; DELETE FROM event WHERE order_id = 251; DELETE FROM due_order WHERE order_id = 251",
                "anchor 1 | lacks chains before order 252 of store us, behind order 250 of store us | DELETE FROM audit WHERE store = 'us' AND order_id = 251; DELETE FROM audit_head WHERE store = 'us' AND order_id = 251; DELETE FROM journal_line WHERE journal_id IN (SELECT id FROM journal WHERE order_id = 251); DELETE FROM journal WHERE order_id = 251; DELETE FROM event WHERE order_id = 251; DELETE FROM due_order WHERE order_id = 251; DELETE FROM audit_anchored WHERE order_id = 251",
                "us 251 link 1 | isn't what was written | UPDATE audit SET order_id = 1 WHERE store = 'us' AND order_id = 251; UPDATE audit SET order_id = 251 WHERE store = 'us' AND order_id = 252; UPDATE audit SET order_id = 252 WHERE store = 'us' AND order_id = 1",
                "us 252 link 1 | isn't what was written | UPDATE audit SET order_id = 1 WHERE store = 'us' AND order_id = 251; UPDATE audit SET order_id = 251 WHERE store = 'us' AND order_id = 252; UPDATE audit SET order_id = 252 WHERE store = 'us' AND order_id = 1; UPDATE audit_head SET order_id = 1 WHERE store = 'us' AND order_id = 251; UPDATE audit_head SET order_id = 251 WHERE store = 'us' AND order_id = 252; UPDATE audit_head SET order_id = 252 WHERE store = 'us' AND order_id = 1",
                // journals and their lines
                "us 250 BC250 | isn't what was written | UPDATE journal_line SET amount = 2 * amount WHERE journal_id IN (SELECT id FROM journal WHERE reference = 'BC250')",
                "us 250 BC250 | isn't what was written | UPDATE journal_line SET amount = -amount WHERE journal_id IN (SELECT id FROM journal WHERE reference = 'BC250')",
                "us 250 BC250 | isn't what was written | UPDATE journal_line SET account = '411001' WHERE line_number = 1 AND journal_id IN (SELECT id FROM journal WHERE reference = 'BC250')",
                "us 250 BC250 | isn't what was written | UPDATE journal_line SET dimensions = '{}' WHERE line_number = 1 AND journal_id IN (SELECT id FROM journal WHERE reference = 'BC250')",
                "us 250 BC250 | isn't what was written | UPDATE journal_line SET memo = TRUE WHERE journal_id IN (SELECT id FROM journal WHERE reference = 'BC250')",
                "us 250 BC250 | isn't what was written | UPDATE journal_line SET role = 'nonsense' WHERE journal_id IN (SELECT id FROM journal WHERE reference = 'BC250')",
                "us 250 BC250 | isn't what was written | DELETE FROM journal_line WHERE journal_id IN (SELECT id FROM journal WHERE reference = 'BC250')",
                "us 250 BC250 | isn't what was written | INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions) SELECT id, 3, TRUE, '607000', 'cost-of-goods', 1, 'added', '{}' FROM journal WHERE reference = 'BC250'",
                "us 250 BC250 | isn't what was written | UPDATE journal SET accounting_date = DATE '2026-12-01' WHERE reference = 'BC250'",
                "us 250 BC250 | isn't what was written | UPDATE journal SET currency = 'QQQ' WHERE reference = 'BC250'",
                "us 250 BC250 | isn't what was written | UPDATE journal SET created_at = created_at + INTERVAL '1' SECOND WHERE reference = 'BC250'",
                "us 250 BC250 | the number FORGED of Sage X3's, and its order's chain says SAL-BC250 | UPDATE journal SET x3_number = 'FORGED' WHERE reference = 'BC250'",
                "us 250 BC250 | the number null | UPDATE journal SET x3_number = NULL WHERE reference = 'BC250'",
                "us 250 BC250 | is withdrawn, and its order's chain says posted | UPDATE journal SET state = 'withdrawn' WHERE reference = 'BC250'",
                "us 250 BC250 | is planned, and | UPDATE journal SET state = 'planned', x3_number = NULL WHERE reference = 'BC250'",
                "us 250 BC250 | the journal is missing | DELETE FROM journal_line WHERE journal_id IN (SELECT id FROM journal WHERE reference = 'BC250'); DELETE FROM journal WHERE reference = 'BC250'",
                "us 250 BC9 | was added | UPDATE journal SET reference = 'BC9' WHERE reference = 'BC250'",
                "us 251 BC250 | was added | UPDATE journal SET order_id = 251 WHERE reference = 'BC250'",
                "us 250 BC250 | the journal is missing | UPDATE journal SET order_id = 251 WHERE reference = 'BC250'",
                "us 250 BC250 | was added | INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state, entry_type, journal_code, site, accounting_date, currency, description, created_at) SELECT store, folder, order_id, kind, channel, reference, 2, state, entry_type, journal_code, site, accounting_date, currency, description, created_at FROM journal WHERE reference = 'BC250'",
                "us 900 link 1 | whole chain is missing: the order has 1 journals | INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state, entry_type, journal_code, site, accounting_date, currency, description, created_at) SELECT store, folder, 900, kind, channel, 'BC900', 1, state, entry_type, journal_code, site, accounting_date, currency, description, created_at FROM journal WHERE reference = 'BC250'",
                // words
                "us 250 link 2 | isn't what was said | UPDATE audit_words SET words = '{}' WHERE order_id = 250 AND link = 2",
                "us 250 link 2 | no erasure took it out | DELETE FROM audit_words WHERE order_id = 250 AND link = 2",
                "us 250 link 1 | of which it doesn't speak | UPDATE audit_words SET link = 1 WHERE order_id = 250 AND link = 2",
                // readings
                "us 250 BC250 | isn't what was read | UPDATE reading SET body = '{}' WHERE store = 'us' AND order_id = 250",
                "us 250 BC250 | planned from is missing | DELETE FROM reading WHERE store = 'us' AND order_id = 250",
                "us 250 BC250 | isn't what was written | UPDATE journal SET reading = NULL WHERE reference = 'BC250'",
                "us 250 BC250 | was emptied before its time | UPDATE reading SET body = NULL WHERE store = 'us' AND order_id = 250",
                "us 250 BC250 | was emptied before its time | UPDATE reading SET body = NULL, whole = FALSE, emptied_at = read_at WHERE store = 'us' AND order_id = 250",
                "us 250 BC250 | was planned with is missing | DELETE FROM planned_with WHERE store = 'us' AND order_id = 250",
                "us 250 BC250 | was planned with isn't what was known | UPDATE planned_with SET body = '{}' WHERE store = 'us' AND order_id = 250",
                // events
                "us 251 event | isn't what it was when the order was read | UPDATE event SET scope = 'store/order/archived' WHERE order_id = 251",
                "us 251 event | isn't what it was | UPDATE event SET refund_id = 7 WHERE order_id = 251",
                "us 251 event | isn't what it was | UPDATE event SET created_at = created_at + INTERVAL '1' SECOND WHERE order_id = 251",
                "us 251 event | isn't what it was | UPDATE event SET body_sha256 = (SELECT e.body_sha256 FROM event e WHERE e.order_id = 252), body = (SELECT e.body FROM event e WHERE e.order_id = 252) WHERE order_id = 251",
                "us 251 event | body isn't the one that came | UPDATE event SET body = (SELECT e.body FROM event e WHERE e.order_id = 252) WHERE order_id = 251",
                "us 251 event | was emptied before its time | UPDATE event SET body = NULL, headers = NULL, whole = FALSE WHERE order_id = 251",
                "us 251 event | was emptied before its time | UPDATE event SET body = NULL, headers = NULL, whole = FALSE, emptied_at = received_at WHERE order_id = 251",
                "us 251 event | the event is missing | DELETE FROM event WHERE order_id = 251",
                "us 251 event | the event is missing | UPDATE event SET order_id = 252 WHERE order_id = 251",
                "us 252 event | was added or changed | UPDATE event SET order_id = 252 WHERE order_id = 251",
                "us 252 event | was added or changed | INSERT INTO event (id, store, order_id, disposition, scope, created_at, body_sha256, received_at) SELECT 0, store, order_id, disposition, scope, created_at, body_sha256, received_at FROM event WHERE order_id = 252",
                // anchors
                "anchor 1 | no anchor is there | DELETE FROM audit_anchor; DELETE FROM audit_anchored; DELETE FROM audit WHERE store = '*'; DELETE FROM audit_head WHERE store = '*'; UPDATE audit_head SET anchored = FALSE; DELETE FROM audit_head WHERE store = 'us' AND order_id = 250; UPDATE audit SET keyed_hash = NULL, key_id = NULL WHERE store = 'us' AND order_id = 250",
                "us 255 link 1 | no keyed hash | DELETE FROM audit_anchor; DELETE FROM audit_anchored; DELETE FROM audit WHERE store = '*'; DELETE FROM audit_head WHERE store = '*'; UPDATE audit_head SET anchored = FALSE; DELETE FROM audit_head WHERE store = 'us' AND order_id = 255; UPDATE audit SET keyed_hash = NULL, key_id = NULL WHERE store = 'us' AND order_id = 255",
                "anchor 1 | isn't what was written | UPDATE audit_anchor SET chains = 1 WHERE number = 1",
                "anchor 1 | isn't what was written | UPDATE audit_anchor SET at = at + INTERVAL '1' SECOND WHERE number = 1",
                "anchor 2 | is forged | UPDATE audit_anchor SET keyed_hash = hash WHERE number = 2",
                "anchor 2 | is not in the keyset | UPDATE audit_anchor SET key_id = '0123456789abcdef' WHERE number = 2",
                "anchor 2 | the anchor is missing | DELETE FROM audit_anchor WHERE number = 2",
                "anchor 2 | the anchor is missing | DELETE FROM audit_anchor WHERE number = 2; DELETE FROM audit_anchored WHERE anchor = 2; UPDATE audit_head SET anchored = FALSE",
                "* 0 link 2 | ends at link 1 and its head is at link 2 | DELETE FROM audit_anchor WHERE number = 2; DELETE FROM audit_anchored WHERE anchor = 2; UPDATE audit_head SET anchored = FALSE; DELETE FROM audit WHERE store = '*' AND link = 2",
                "anchor 1 | the anchor is missing | DELETE FROM audit_anchor WHERE number = 1",
                "anchor 1 | the anchor is missing | DELETE FROM audit_anchor; DELETE FROM audit_anchored; UPDATE audit_head SET anchored = FALSE",
                "anchor 2 | isn't what was written | UPDATE audit_anchor SET changed = (SELECT a.changed FROM audit_anchor a WHERE a.number = 1), digest = (SELECT a.digest FROM audit_anchor a WHERE a.number = 1) WHERE number = 2",
                "anchor 2 | isn't what was written | DELETE FROM audit_anchor WHERE number = 2; UPDATE audit_anchor SET number = 2 WHERE number = 1",
                "anchor 1 | which aren't the 6 | UPDATE audit_anchored SET link = 5, hash = (SELECT a.hash FROM audit a WHERE a.store = 'us' AND a.order_id = 251 AND a.link = 5) WHERE anchor = 1 AND store = 'us' AND order_id = 251",
                "anchor 1 | has 5 chains, which aren't the 6 | DELETE FROM audit_anchored WHERE anchor = 1 AND position = 6",
                "us 251 link 6 | anchor 1 holds another link 6 | UPDATE audit_anchored SET hash = previous.hash FROM (SELECT hash FROM audit_anchored WHERE position = 1 AND anchor = 1) AS previous WHERE anchor = 1 AND store = 'us' AND order_id = 251"
            })
    void findsAndNames(String where, String says, String statements) {
        world.tamper(statements);
        assertThat(world.verify().first()).anySatisfy(finding -> {
            assertThat(place(finding)).isEqualTo(where);
            assertThat(finding.says()).contains(says);
        });
    }

    /** Retention and an erasure leave rows so. */
    @Test
    void takesAnEmptyBodyForPrunedOnceItsTimeIsOverOrItsOrderWasErased() {
        String event =
                "UPDATE event SET body = NULL, headers = NULL, whole = FALSE, emptied_at = received_at WHERE store = 'us' AND order_id = 251";
        world.tamper(event);
        assertThat(world.verify().first()).extracting(TamperingTest::place).containsExactly("us 251 event");
        world.erased("us", 251);
        assertThat(world.verify().first()).isEmpty();
        world.tamper(event.replace("251", "252"));
        world.tamper("UPDATE reading SET body = NULL, whole = FALSE, emptied_at = read_at WHERE order_id = 252");
        assertThat(world.verify().first()).hasSize(2);
        world.later(Duration.ofDays(401));
        assertThat(world.verify().first()).extracting(TamperingTest::place).containsExactly("us 252 BC252");
        world.later(Duration.ofDays(3650));
        assertThat(world.verify().first()).isEmpty();
    }

    /** What only the key that is gone could prove is told so, and not as forged; what is of the new key is proven. */
    @Test
    void tellsOfEachLinkWhoseKeyIsGoneSinceTheRotation() throws Exception {
        String keyset = KeysetRecipe.ofSecurityPage(SettingsFixture.KEY);
        assertThat(world.verify(new ChainKeys(new EncryptionKey(keyset)))).isEmpty();
        ChainKeys later = new ChainKeys(new EncryptionKey(KeysetRecipe.withoutTheFirst(keyset)));
        assertThat(world.verify(later))
                .as("a chain of each order, the program's own, and two anchors")
                .hasSize(8 + 1 + 2)
                .allMatch(says -> says.contains("is not in the keyset"));
        world.tamper("UPDATE audit SET detail = '{}' WHERE store = 'us' AND order_id = 251 AND link = 3");
        assertThat(world.verify(later)).anyMatch(says -> says.startsWith("this link isn't what was written"));
    }

    /** Otherwise the program itself would sign what was forged. */
    @Test
    void makesNoFirstAnchorWhereOneMustHaveBeen() {
        world.tamper("DELETE FROM audit_anchor; DELETE FROM audit_anchored; DELETE FROM audit WHERE store = '*';"
                + " DELETE FROM audit_head WHERE store = '*'; UPDATE audit_head SET anchored = FALSE");
        assertThatThrownBy(world::anchor).hasMessageContaining("no anchor is there");
        assertThat(database.count("audit_anchor")).isZero();
    }

    /** Everything but the keyed hash is made to fit again. */
    @Test
    void findsAChainWhosePlainHashesWereAllComputedAnew() {
        rewrite("us", 250, 4, "{\"lines\":[]}");
        assertThat(world.verify().first())
                .extracting(TamperingTest::place, Finding::says)
                .anySatisfy(found -> assertThat(found.toString()).contains("us 250 link 4", "keyed hash doesn't fit"));
    }

    /** The journal's digest, too. */
    @Test
    void findsAJournalThatHasAChainOfItsOwn() {
        JdbcClient jdbc = database.jdbc();
        jdbc.sql("INSERT INTO audit (store, order_id, link, at, step, reference, detail, previous_hash, hash) "
                        + "SELECT store, 900, link, at, step, 'BC900', detail, previous_hash, hash FROM audit"
                        + " WHERE store = 'us' AND order_id = 251")
                .update();
        rewrite("us", 900, 1, "{}");
        assertThat(world.verify().first())
                .anySatisfy(found -> assertThat(found.toString()).contains("order=900", "head is missing"))
                .anySatisfy(found -> assertThat(found.toString()).contains("order=900", "no keyed hash"));
    }

    @Test
    void findsTwoLinesThatHaveSwappedTheirAmounts() {
        world.tamper(
                "UPDATE journal_line SET line_number = 9 WHERE line_number = 1 AND journal_id IN (SELECT id FROM journal WHERE"
                        + " reference = 'BC250'); UPDATE journal_line SET line_number = 1 WHERE line_number = 2 AND journal_id IN"
                        + " (SELECT id FROM journal WHERE reference = 'BC250'); UPDATE journal_line SET line_number = 2 WHERE line_number = 9");
        assertThat(world.verify().first()).extracting(TamperingTest::place).containsExactly("us 250 BC250");
    }

    @Test
    void findsAnAnchorThatWasRemovedAndMadeASecondTime() {
        world.tamper("DELETE FROM audit_anchor WHERE number = 2");
        world.anchor();
        assertThat(world.verify().first())
                .anySatisfy(found -> assertThat(found.toString()).contains("anchor=2", "isn't the one that the chain"));
    }

    /** The program goes on with such a chain, and leaves its head where it was. */
    @Test
    void findsThatAnEndWasCutOffThoughTheOrderWasWorkedAgain() {
        world.tamper("DELETE FROM audit WHERE store = 'us' AND order_id = 255 AND link > 4");
        world.work("us", 255, "BC255-2");
        assertThat(world.verify().first())
                .anySatisfy(found -> assertThat(found.words())
                        .startsWith("order 255 of store us, link 6: the chain's head holds another link 6"));
    }

    /** With rows of journals, events and the queue that are of today. */
    @Test
    void findsAnOldCopyOfAChain() {
        Map<String, List<Map<String, Object>>> copy = copyOf(255, "audit", "audit_head");
        world.work("us", 255, "BC255-2");
        putBack(255, copy);
        assertThat(world.verify().first()).extracting(TamperingTest::place).contains("us 255 BC255-2");
    }

    /** With all that belongs to it, so that only an anchor tells. */
    @Test
    void findsAnOldCopyOfAnOrderOnceAnAnchorHoldsWhatCameLater() {
        Map<String, List<Map<String, Object>>> copy = copyOf(255, "audit", "audit_head");
        world.work("us", 255, "BC255-2");
        world.anchor();
        world.tamper(
                "DELETE FROM journal_line WHERE journal_id IN (SELECT id FROM journal WHERE reference = 'BC255-2'); DELETE"
                        + " FROM journal WHERE reference = 'BC255-2'; DELETE FROM event WHERE order_id = 255 AND id = (SELECT max(e.id) FROM"
                        + " event e)");
        putBack(255, copy);
        assertThat(world.verify().first())
                .anySatisfy(found -> assertThat(found.toString())
                        .contains("order=255, link=7", "the chain ends at link 6 and anchor 3 holds its link 12"));
    }

    private Map<String, List<Map<String, Object>>> copyOf(long order, String... tables) {
        Map<String, List<Map<String, Object>>> copy = new LinkedHashMap<>();
        for (String table : tables) {
            copy.put(
                    table,
                    database.jdbc()
                            .sql("SELECT * FROM %s WHERE order_id = %d".formatted(table, order))
                            .query()
                            .listOfRows());
        }
        return copy;
    }

    private void putBack(long order, Map<String, List<Map<String, Object>>> copy) {
        copy.forEach((table, rows) -> {
            world.tamper("DELETE FROM %s WHERE order_id = %d".formatted(table, order));
            rows.forEach(row -> database.jdbc()
                    .sql("INSERT INTO %s (%s) VALUES (:%s)"
                            .formatted(table, String.join(", ", row.keySet()), String.join(", :", row.keySet())))
                    .params(row)
                    .update());
        });
    }

    private void rewrite(String store, long order, int from, String detail) {
        List<AuditLink> links = database.jdbc()
                .sql("SELECT * FROM audit WHERE store = :store AND order_id = :order ORDER BY link")
                .param("store", store)
                .param("order", order)
                .query(AuditLink::of)
                .list();
        AuditLink before = from == 1 ? null : links.get(from - 2);
        for (AuditLink link : links.subList(from - 1, links.size())) {
            String says = link.link() == from ? detail : link.detail();
            before = AuditChain.next(before, store, order, link.at(), link.step(), link.reference(), says);
            database.jdbc()
                    .sql("UPDATE audit SET detail = :detail, previous_hash = :previous, hash = :hash"
                            + " WHERE store = :store AND order_id = :order AND link = :link")
                    .param("detail", says)
                    .param("previous", before.previousHash())
                    .param("hash", before.hash())
                    .param("store", store)
                    .param("order", order)
                    .param("link", link.link())
                    .update();
        }
    }

    private static String place(Finding finding) {
        if (finding.anchor() != null) {
            return "anchor " + finding.anchor();
        }
        String order = finding.store() + " " + finding.order() + " ";
        if (finding.link() != null) {
            return order + "link " + finding.link();
        }
        return order + (finding.event() == null ? finding.reference() : "event");
    }
}
