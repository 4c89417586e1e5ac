package io.ledgerbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PolicyHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.TenderRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Each start records what is set, where it is something else than before. */
@OnEachDatabase
class MappingVersionsTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-01T00:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final PostingRules rules = new Settings().rules();

    MappingVersionsTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, MappingBeans.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void addsNoneAsLongAsNothingChanges() {
        start(rules);
        clock.advance(Duration.ofDays(1));
        assertThat(start(rules).versions()).hasSize(1);
        assertThat(database.count("mapping_version")).as("of two channels").isEqualTo(2);
    }

    @Test
    void keepsWhatHeldBefore() {
        start(rules);
        clock.advance(Duration.ofDays(9));
        PolicyHistory changed = start(with(Channel.CostOfGoods.POST, Map.of("revenue", "707000")));
        clock.advance(Duration.ofDays(9));
        PolicyHistory again = start(with(Channel.CostOfGoods.POST, Map.of("revenue", "707001")));

        assertThat(changed.at(Instant.parse("2020-01-01T00:00:00Z")).costOfGoods())
                .as("before the first")
                .isEqualTo(Channel.CostOfGoods.OFF);
        assertThat(changed.at(Instant.parse("2026-11-09T23:59:59Z")).costOfGoods())
                .isEqualTo(Channel.CostOfGoods.OFF);
        assertThat(changed.at(Instant.parse("2026-11-10T00:00:00Z")).costOfGoods())
                .isEqualTo(Channel.CostOfGoods.POST);
        assertThat(again.versions())
                .as("an account is part of a version, and no policy")
                .hasSize(3);
        assertThat(again.at(Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo(changed.at(Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void takesSettingsThatComeBackForAVersionOfTheirOwn() {
        start(rules);
        clock.advance(Duration.ofDays(1));
        start(with(Channel.CostOfGoods.POST, Map.of()));
        clock.advance(Duration.ofDays(1));
        PolicyHistory back = start(rules);
        assertThat(back.versions()).hasSize(3);
        assertThat(back.at(Instant.parse("2026-11-02T12:00:00Z")).costOfGoods()).isEqualTo(Channel.CostOfGoods.POST);
        assertThat(back.at(Instant.parse("2026-11-03T12:00:00Z")).costOfGoods()).isEqualTo(Channel.CostOfGoods.OFF);
    }

    @Test
    void tellsWhatEachVersionWasAndWhoBroughtIt() {
        start(rules);
        clock.advance(Duration.ofDays(9));
        PostingRules changed = with(Channel.CostOfGoods.POST, Map.of("revenue", "707000"));
        versions().recorded(changed, "j.doe, release 41");

        assertThat(versions().of("us"))
                .extracting(MappingVersion::channel, MappingVersion::version, MappingVersion::deployedBy)
                .containsExactly(tuple("1", 1, null), tuple("1", 2, "j.doe, release 41"), tuple("2", 1, null));
        assertThat(versions().of("us").get(1).since()).isEqualTo("2026-11-10T00:00:00Z");
        assertThat(versions().of("us")).extracting(MappingVersion::sha256).doesNotHaveDuplicates();
    }

    @Test
    void givesBackTheSettingsOfAVersion() {
        PostingRules first = versions().recorded(rules, null);
        clock.advance(Duration.ofDays(9));
        PostingRules second = versions().recorded(with(Channel.CostOfGoods.POST, Map.of("revenue", "707000")), null);

        PostingRules then = asOf(second, "1", 1).orElseThrow();
        assertThat(EntrySettings.of(then.journal())).isEqualTo(EntrySettings.of(rules.journal()));
        Channel channel = Objects.requireNonNull(then.channels().get("1"));
        assertThat(channel.accounts())
                .isEqualTo(Objects.requireNonNull(rules.channels().get("1")).accounts());
        assertThat(then.policies(channel)).isEqualTo(first.policies(channel));
        assertThat(asOf(first, "1", 2).orElseThrow().mapping("1")).contains(2);
        assertThat(asOf(second, "1", 3)).isEmpty();
        assertThat(asOf(second, "1", 0)).isEmpty();
        assertThat(asOf(second, "7", 1)).isEmpty();
    }

    /** Else one would post under a version that holds the other's accounts. */
    @Test
    void givesTwoProcessesThatStartAtOnceWithOtherSettingsAVersionEach() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                PostingRules one = with(Channel.CostOfGoods.OFF, Map.of("revenue", "70" + round));
                PostingRules other = with(Channel.CostOfGoods.OFF, Map.of("revenue", "80" + round));
                Future<PostingRules> begun = both.submit(() -> versions().recorded(other, null));
                isItsOwn(versions().recorded(one, null), "70" + round);
                isItsOwn(begun.get(), "80" + round);
            }
        } finally {
            both.shutdownNow();
        }
    }

    /** As where somebody deleted one. */
    @Test
    void goesOnBehindAGap() {
        start(rules);
        clock.advance(Duration.ofDays(1));
        start(with(Channel.CostOfGoods.POST, Map.of("revenue", "707000")));
        database.jdbc().sql("DELETE FROM mapping_version WHERE version = 1").update();
        clock.advance(Duration.ofDays(1));
        PostingRules third = versions().recorded(with(Channel.CostOfGoods.POST, Map.of("revenue", "707001")), null);
        assertThat(third.mapping("1")).contains(3);
        assertThat(asOf(third, "1", 1)).isEmpty();
        assertThat(asOf(third, "1", 3)).isPresent();
    }

    /** What its text doesn't tell apart is no change. */
    @Test
    void takesAMappingThatItsTextMakesAnotherForTheSame() {
        TenderRow blank = new TenderRow(
                List.of("stripe"), "", List.of(), TenderRow.Outcome.ACCOUNT, "Card", Account.of("511200"));
        Channel first = Objects.requireNonNull(rules.channels().get("1"));
        Channel channel = new Channel(
                "1",
                "Brand 1",
                first.accounts(),
                first.costOfGoods(),
                first.costOfGoodsOnRefund(),
                null,
                List.of(blank),
                List.of(),
                Map.of());
        PostingRules odd = new PostingRules("us", rules.journal(), Map.of("1", channel));
        assertThat(start(odd).versions()).hasSize(1);
        assertThat(start(odd).versions()).hasSize(1);
    }

    private void isItsOwn(PostingRules recorded, String revenue) {
        int version = recorded.mapping("1").orElseThrow();
        Channel then = Objects.requireNonNull(
                asOf(recorded, "1", version).orElseThrow().channels().get("1"));
        assertThat(then.account(Role.REVENUE).orElseThrow().code()).isEqualTo(revenue);
    }

    private Optional<PostingRules> asOf(PostingRules today, String channel, int number) {
        return MappingVersion.asOf(today.store(), versions().of("us", channel), number);
    }

    private MappingVersions versions() {
        return beans.getBean(MappingVersions.class);
    }

    private PolicyHistory start(PostingRules today) {
        PostingRules recorded = beans.getBean(MappingVersions.class).recorded(today, null);
        return recorded.policies(Objects.requireNonNull(recorded.channels().get("1")));
    }

    private PostingRules with(Channel.CostOfGoods costOfGoods, Map<String, String> accounts) {
        JournalSettings journal = rules.journal();
        Map<String, Account> all = new TreeMap<>();
        accounts.forEach((setting, account) -> all.put(setting, Account.of(account)));
        Channel channel = new Channel(
                "1",
                "Brand 1",
                all,
                costOfGoods,
                Channel.CostOfGoodsOnRefund.KEEP,
                null,
                List.of(),
                List.of(),
                Map.of());
        return new PostingRules("us", journal, Map.of("1", channel));
    }
}
