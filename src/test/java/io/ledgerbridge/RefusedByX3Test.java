package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.Fault.Way;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals as X3 has them: some pass, some come as a failure of the server, some are about a journal that is closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class RefusedByX3Test {

    private ThreeStores stores;

    @BeforeAll
    void start() {
        stores = ThreeStores.start(
                Map.of("journal.closed-period", "roll-forward"),
                Map.of("ledger-bridge.retry.initial-delay", "10ms", "ledger-bridge.retry.max-delay", "20ms"));
    }

    @AfterEach
    void behave() {
        stores.bench().x3().faults().clear();
        stores.folder().lockFor(0);
    }

    @AfterAll
    void stop() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void postsWhatMetARecordThatWasLockedForAWhile(String store) throws Exception {
        stores.folder().lockFor(3);

        long order = stores.order(store);

        stores.await(store, order, "posted");
        assertThat(stores.creates(store, order)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void parksWhatWasTriedTenTimesAgain(String store) throws Exception {
        stores.folder().lockFor(1000);

        long order = stores.order(store);

        JsonNode parked = stores.await(store, order, "parked");
        assertThat(parked.path("reason").asText()).isEqualTo("refused-by-x3");
        assertThat(parked.path("detail").asText()).contains("Locked record");
        assertThat(parked.path("remedy").asText()).contains("tried again 10 times");
        assertThat(stores.creates(store, order)).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void parksLikewiseWhatTheServersErrorsSay(String store) throws Exception {
        stores.bench()
                .x3()
                .faults()
                .nextCreates(Collections.nCopies(12, Fault.of(Way.REFUSED_AS_SERVER_ERROR, "Record locked"))
                        .toArray(Fault[]::new));

        long order = stores.order(store);

        JsonNode parked = stores.await(store, order, "parked");
        assertThat(parked.path("reason").asText()).isEqualTo("refused-by-x3");
        assertThat(parked.path("detail").asText()).endsWith(": Record locked");
        assertThat(parked.path("remedy").asText()).contains("tried again 10 times");
        assertThat(stores.creates(store, order)).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void takesAnErrorOfTheServerForARefusalOnceX3LacksTheEntry(String store) throws Exception {
        stores.bench()
                .x3()
                .faults()
                .nextCreates(
                        Fault.of(Way.REFUSED_AS_SERVER_ERROR, "Line 1: ACC 411000: Record does not exist"),
                        Fault.of(Way.REFUSED_AS_SERVER_ERROR, "not to be met"));

        long order = stores.order(store);

        JsonNode parked = stores.await(store, order, "parked");
        assertThat(parked.path("reason").asText()).isEqualTo("refused-by-x3");
        assertThat(parked.path("detail").asText())
                .endsWith("refused " + ThreeStores.reference(store, order)
                        + ": Line 1: ACC 411000: Record does not exist");
        assertThat(parked.path("remedy").asText()).contains("account 411000 is channels.\"1\".accounts.receivable");
        assertThat(stores.creates(store, order)).isEqualTo(1);
        stores.bench().x3().faults().clear();

        stores.replay(store, order);

        stores.await(store, order, "posted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void rollsForwardWhatTheServersErrorSaysOfTheFiscalYear(String store) throws Exception {
        stores.bench()
                .x3()
                .faults()
                .nextCreates(Fault.of(Way.REFUSED_AS_SERVER_ERROR, "Outside of validity date limit"));

        assertRolled(stores.await(store, stores.order(store), "posted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void findsWhatX3HasInSpiteOfItsError(String store) throws Exception {
        stores.bench().x3().faults().nextCreates(Fault.of(Way.DONE_WITH_ERROR, "The period is closed"));

        long order = stores.order(store);

        stores.await(store, order, "posted");
        assertThat(stores.creates(store, order)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us"})
    void rollsForwardOverAJournalThatIsClosed(String store) throws Exception {
        YearMonth now = YearMonth.now(ZoneId.of("America/Chicago"));
        stores.folder().closeJournal("SAL", now);
        try {
            assertRolled(stores.await(store, stores.order(store), "posted"));
        } finally {
            stores.folder().openJournals();
        }
    }

    private static void assertRolled(JsonNode posted) {
        JsonNode last = posted.path("journals").path(posted.path("journals").size() - 1);
        LocalDate original = LocalDate.parse(last.path("originalDate").asText());
        assertThat(last.path("accountingDate").asText())
                .isEqualTo(original.withDayOfMonth(1).plusMonths(1).toString());
    }
}
