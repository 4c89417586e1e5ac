package io.ledgerbridge.books.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chains that a version without keyed hashes, heads and digests has begun. */
@OnEachDatabase
class OldTrailTest {

    /** As that version has written it; of its links' details only what it lacked matters. */
    private static final String OLD =
            "UPDATE audit SET keyed_hash = NULL, key_id = NULL WHERE order_id = %1$d AND link > %2$d";

    private final World world;
    private final Database database;

    OldTrailTest(Database database) {
        this.database = database;
        this.world = new World(database);
    }

    @BeforeEach
    void work() {
        database.clear();
        world.work("us", 250, "BC250");
        world.work("us", 251, "BC251");
        world.tamper(OLD.formatted(250, 0));
        world.tamper(OLD.formatted(251, 0));
        world.tamper("DELETE FROM audit_head");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void verifiesAsBefore() {
        assertThat(world.verify().first()).isEmpty();
        world.work("us", 250, "BC250-2");
        assertThat(world.verify().first()).isEmpty();
        world.anchor();
        assertThat(world.verify().first()).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT old_links FROM audit_head WHERE order_id = 251")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
        world.work("us", 251, "BC251-2");
        world.anchor();
        assertThat(world.verify().first()).isEmpty();
    }

    @Test
    void letsAProcessOfThatVersionGoOnBesideThisOneUntilTheFirstAnchor() {
        world.work("us", 250, "BC250-2");
        world.tamper(OLD.formatted(250, 11));
        world.tamper(
                "UPDATE audit_head SET link = 11, hash = (SELECT a.hash FROM audit a WHERE a.order_id = 250 AND a.link = 11)");
        world.work("us", 250, "BC250-3");
        world.anchor();
        assertThat(world.verify().first()).isEmpty();
    }

    @Test
    void takesNoLinkForAnOldOneOnceThereIsAnAnchor() {
        world.work("us", 250, "BC250-2");
        world.anchor();
        world.tamper(OLD.formatted(250, 0));
        world.tamper("DELETE FROM audit_head WHERE order_id = 250");
        world.work("us", 250, "BC250-3");
        world.tamper("DELETE FROM audit_anchor");
        world.anchor();
        assertThat(world.verify().first())
                .anySatisfy(found -> assertThat(found.toString()).contains("order=250", "has no keyed hash"))
                .anySatisfy(found -> assertThat(found.toString()).contains("order=250", "head is missing"));
    }

    @Test
    void givesNoHeadToAChainThatPassesForAnOldOneThoughTheAnchorsAreGone() {
        world.anchor();
        world.work("us", 252, "BC252");
        world.tamper(OLD.formatted(252, 0));
        world.tamper(
                "DELETE FROM audit_head WHERE order_id = 252; DELETE FROM audit_anchor; DELETE FROM audit_anchored");
        world.anchor();
        assertThat(world.verify().first())
                .anySatisfy(found -> assertThat(found.toString()).contains("order=252", "has no keyed hash"));
    }

    @Test
    void findsAnAmountThatWasChangedInAJournalWhoseDigestWasNeverTold() {
        database.jdbc()
                .sql(
                        "UPDATE audit SET detail = regexp_replace(detail, ',\"sha256\":\"[0-9a-f]{64}\"', '') WHERE step = 'journal-written'")
                .update();
        assertThat(said()).isNotEmpty().allMatch(says -> says.startsWith("this link isn't what was written"));
        world.tamper(
                "UPDATE journal_line SET amount = 2 * amount WHERE journal_id = (SELECT id FROM journal WHERE reference = 'BC250')");
        assertThat(said()).anyMatch(says -> says.contains("or one of its lines, isn't what was written"));
    }

    private List<String> said() {
        return world.verify().first().stream().map(Finding::says).toList();
    }
}
