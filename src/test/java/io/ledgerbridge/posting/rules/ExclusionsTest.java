package io.ledgerbridge.posting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.Bookkeeping;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.Shop;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionsTest {

    private final Settings settings = new Settings();
    private final Shop shop = new Shop().product(1, "1", "10.00", "0").totals("10.00", "0.00");

    @Test
    void migratedHistoryMakesNoEntryEvenWhenAskedFor() {
        shop.source = "M-MIG";
        Bookkeeping books = new Bookkeeping(settings);
        books.asked = true;
        assertIgnored(books.work(shop), "migrated history");
    }

    @Test
    void anOrderArchivedBeforeItWasPostedMakesNoEntry() {
        shop.deleted = true;
        assertIgnored(new Bookkeeping(settings).work(shop), "archived");
    }

    @Test
    void anOrderArchivedAfterItWasPostedIsFollowed() {
        Bookkeeping books = new Bookkeeping(settings);
        books.work(shop);
        shop.deleted = true;
        assertThat(books.work(shop).decision()).isEqualTo(Decision.POST);
        shop.status = 5;
        books.work(shop);
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void anOrderCreatedBeforeTheStartMakesNoEntry() {
        settings.start = LocalDate.parse("2026-11-01");
        assertIgnored(
                new Bookkeeping(settings).work(shop), "created on 2026-10-31, before the store's start 2026-11-01");
    }

    @Test
    void theStoresZoneDecidesWhetherAnOrderIsOlderThanTheStart() {
        settings.start = LocalDate.parse("2026-11-01");
        shop.created = Instant.parse("2026-11-01T04:59:59Z");
        assertThat(new Bookkeeping(settings).work(shop).decision()).isEqualTo(Decision.IGNORE);
        shop.created = Instant.parse("2026-11-01T05:00:00Z");
        assertThat(new Bookkeeping(settings).work(shop).journals()).hasSize(1);
    }

    @Test
    void anOlderOrderThatABackfillAskedForIsPostedAndFollowed() {
        settings.start = LocalDate.parse("2026-11-01");
        Bookkeeping books = new Bookkeeping(settings);
        books.asked = true;
        assertThat(books.work(shop).journals()).hasSize(1);
        books.asked = false;
        shop.status = 5;
        assertThat(Bookkeeping.shown(books.work(shop)))
                .singleElement()
                .asString()
                .startsWith("BC250-V1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 6})
    void anOrderThatCameToNothingBeforeItWasPostedMakesNoEntry(int status) {
        shop.status = status;
        assertIgnored(new Bookkeeping(settings).work(shop), "comes to nothing");
    }

    @Test
    void anOrderWithoutLinesMakesNoEntry() {
        assertIgnored(new Bookkeeping(settings).work(new Shop().totals("0.00", "0.00")), "comes to nothing");
    }

    @Test
    void anUnmappedChannelDoesNotParkAnOrderThatMakesNoEntry() {
        shop.channel = 99L;
        shop.status = 5;
        assertThat(new Bookkeeping(settings).work(shop).decision()).isEqualTo(Decision.IGNORE);
    }

    private static void assertIgnored(Plan plan, String why) {
        assertThat(plan.decision()).isEqualTo(Decision.IGNORE);
        assertThat(plan.why()).contains(why);
    }
}
