package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder in which every line of an entry has a row in several ledgers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class SeveralLedgersTest {

    private ThreeStores stores;

    @BeforeAll
    void start() {
        stores = ThreeStores.start(Map.of("sage-x3.ledger", "2"));
        stores.folder().ledgers(1, 2, 3);
    }

    @AfterAll
    void stop() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void findsAnEntryWhoseReplyWasLostByTheRowsOfOneLedger(String store) throws Exception {
        stores.bench().x3().faults().nextCreates(Fault.of(Fault.Way.DONE_THEN_CLOSED));

        long order = stores.order(store);

        JsonNode posted = stores.await(store, order, "posted");
        assertThat(posted.path("journals").path(0).path("x3Number").asText()).isNotEmpty();
        assertThat(posted.path("journals").path(0).path("x3Status").asText()).isEqualTo("temporary");
        assertThat(stores.creates(store, order)).isEqualTo(1);
        JsonNode compared = entryCheck(store);
        assertThat(compared.path("ok").asBoolean()).as(compared.toString()).isTrue();
        assertThat(compared.path("detail").asText())
                .contains(ThreeStores.reference(store, order))
                .endsWith("(temporary)");
    }

    /** GraphQL's create selects no more than the number. */
    @ParameterizedTest
    @CsvSource({"us, null", "eu, temporary", "jp, temporary"})
    void keepsTheStatusThatTheReplyToACreateShows(String store, String status) throws Exception {
        long order = stores.order(store);

        JsonNode posted = stores.await(store, order, "posted");

        assertThat(posted.path("journals").path(0).path("x3Status").asText()).isEqualTo(status);
    }

    /** The check of a ping that compares an entry. */
    private JsonNode entryCheck(String store) throws Exception {
        String answer =
                stores.bench().post("/api/stores/" + store + "/ping", "").body();
        return StreamSupport.stream(
                        new ObjectMapper().readTree(answer).path("checks").spliterator(), false)
                .filter(check -> check.path("name").asText().equals("sage-x3-entry"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
    }
}
