package io.ledgerbridge.api.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.orders.overview.Cause;
import io.ledgerbridge.orders.overview.OrderTotals;
import io.ledgerbridge.orders.overview.Outlook;
import io.ledgerbridge.orders.overview.Overview;
import io.ledgerbridge.orders.overview.Pace;
import io.ledgerbridge.orders.overview.Stop;
import io.ledgerbridge.orders.overview.Verdict;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Days NOVEMBER = new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));

    private List<Cause> causes = List.of();
    private List<Stop> stops = List.of();
    private long unreadable;
    private Outlook outlook = outlook(Outlook.Kind.CAUGHT_UP);

    @Test
    void saysThatThereIsNone() {
        assertThat(text(Verdict.NONE_YET, 0, 0)).isEqualTo("No orders of November 2026 yet.");
    }

    @Test
    void saysYes() {
        assertThat(text(Verdict.YES, 0, 0)).isEqualTo("Yes. All 12,399 orders of November 2026 are settled.");
    }

    @Test
    void saysAlmostAndUntilWhen() {
        outlook = by("2026-11-05T13:03:00Z");
        assertThat(text(Verdict.ALMOST, 2, 0)).isEqualTo("Almost: 2 are on the way, caught up at 14:03 CET.");
        outlook = by("2026-11-06T13:03:00Z");
        assertThat(text(Verdict.ALMOST, 1, 0)).isEqualTo("Almost: 1 is on the way, caught up at 6 November 14:03 CET.");
        outlook = outlook(Outlook.Kind.UNKNOWN);
        assertThat(text(Verdict.ALMOST, 1, 0)).isEqualTo("Almost: 1 is on the way.");
    }

    @Test
    void saysThatItDoesNotCatchUp() {
        outlook = new Outlook(
                Outlook.Kind.GROWING, null, List.of(new Outlook.X3Limit("us", 4)), "us", new Pace(10, 800, 52, 0));
        assertThat(text(Verdict.ALMOST, 900, 0))
                .isEqualTo(
                        "Almost: 900 are on the way, and at this pace it doesn't catch up in store us: 80 a minute come, 5.2 go; Sage X3's limit of 4 calls is reached in store us.");
    }

    @Test
    void saysNoWithTheMoneyThatIsNotThere() {
        outlook = by("2026-11-05T13:03:00Z");
        causes = List.of(
                new Cause("a", 5, List.of(missing("EUR", 4, 0, "1000.50"), missing(null, 1, 1, "0"))),
                new Cause("b", 2, List.of(missing("EUR", 1, 0, "204.00"), missing("JPY", 1, 0, "7"))));
        assertThat(text(Verdict.NO, 2, 7))
                .isEqualTo(
                        "No: 9 of 12,408 orders of November 2026 are not yet. 7 need you (1204.50 EUR, 7 JPY, 1 not read), 2 are on the way, caught up at 14:03 CET.");
        assertThat(text(Verdict.NO, 0, 1))
                .startsWith("No: 1 of 12,400 orders of November 2026 is not yet. 1 needs you");
    }

    @Test
    void saysWhatKeepsItFromSaying() {
        stops = List.of(
                new Stop("us", Stop.Kind.BIGCOMMERCE, Instant.parse("2026-11-05T11:58:00Z"), null, "x"),
                new Stop("eu", Stop.Kind.PAUSE, Instant.parse("2026-11-01T11:58:00Z"), null, "x"));
        assertThat(text(Verdict.CANT_SAY, 2, 7))
                .isEqualTo(
                        "Can't say: BigCommerce of store us hasn't answered since 12:58 CET; store eu is paused since 1 November 12:58 CET.");
    }

    @Test
    void saysWhatIsKnownWhereOnlyTheWorkIsStopped() {
        outlook = outlook(Outlook.Kind.STOPPED);
        stops = List.of(stop("eu", Stop.Kind.SAGE_X3));
        assertThat(text(Verdict.ALMOST, 2, 0))
                .isEqualTo("Almost: 2 are on the way. Sage X3 of store eu hasn't answered since 12:58 CET.");
        assertThat(text(Verdict.NO, 2, 7))
                .isEqualTo("No: 9 of 12,408 orders of November 2026 are not yet. 7 need you, 2 are on the way."
                        + " Sage X3 of store eu hasn't answered since 12:58 CET.");
        stops = List.of(stop("eu", Stop.Kind.PAUSE));
        assertThat(text(Verdict.YES, 0, 0))
                .isEqualTo("Yes. All 12,399 orders of November 2026 are settled. Store eu is paused since 12:58 CET.");
    }

    @Test
    void saysHowOldItIsWhatIsKnown() {
        stops = List.of(stop("us", Stop.Kind.LATE_LOOK), stop("eu", Stop.Kind.NO_LOOK));
        assertThat(text(Verdict.CANT_SAY, 0, 0))
                .isEqualTo("Can't say: missed orders of store us were last looked for at 12:58 CET;"
                        + " missed orders of store eu were never looked for, since 12:58 CET.");
        stops = List.of(stop("us", Stop.Kind.FIRST_LOOK));
        assertThat(text(Verdict.NONE_YET, 0, 0))
                .isEqualTo(
                        "No orders of November 2026 yet. The first look for missed orders of store us is under way.");
    }

    @Test
    void saysThatWhatCanNotBeReadMayHideAnOrder() {
        unreadable = 1;
        assertThat(text(Verdict.NO, 0, 0))
                .isEqualTo("No: 1 delivery or row of a list can't be read, so an order may be missing.");
        unreadable = 2;
        assertThat(text(Verdict.NO, 0, 7))
                .endsWith(
                        "are not yet. 7 need you, 2 deliveries or rows of a list can't be read, so an order may be missing.");
    }

    private static Stop stop(String store, Stop.Kind kind) {
        return new Stop(store, kind, Instant.parse("2026-11-05T11:58:00Z"), null, null);
    }

    @Test
    void namesTheDays() {
        LocalDate day = LocalDate.parse("2026-11-02");
        assertThat(new Days(null, null).text()).isEmpty();
        assertThat(new Days(day, null).text()).isEqualTo(" from 2026-11-02 on");
        assertThat(new Days(null, day).text()).isEqualTo(" up to 2026-11-02");
        assertThat(new Days(day, day).text()).isEqualTo(" of 2026-11-02 to 2026-11-02");
    }

    private String text(Verdict verdict, long onTheWay, long needYou) {
        long settled = verdict == Verdict.NONE_YET ? 0 : 12_399;
        OrderTotals totals = new OrderTotals(settled + onTheWay + needYou, settled, 0, 0, 0, onTheWay, needYou);
        Overview overview = new Overview(
                verdict, totals, unreadable, causes, new Pace(10, 1800, 1052, 3), outlook, null, stops, Map.of(), NOW);
        return new Sentence(overview, NOVEMBER, PARIS).text();
    }

    private static Outlook by(String at) {
        return new Outlook(Outlook.Kind.BY_THEN, Instant.parse(at), List.of(), "us", null);
    }

    private static Outlook outlook(Outlook.Kind kind) {
        return new Outlook(kind, null, List.of(), null, null);
    }

    private static NotInLedger missing(@Nullable String currency, long orders, long notRead, String amount) {
        return new NotInLedger(currency, orders, notRead, new BigDecimal(amount));
    }
}
