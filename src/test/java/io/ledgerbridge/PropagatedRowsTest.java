package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.Propagation;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that adds rows of its own to each entry: on accounts that were never sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class PropagatedRowsTest {

    private ThreeStores stores;

    @BeforeAll
    void start() {
        stores = ThreeStores.start(Map.of());
        stores.folder()
                .ledgers(1, 2)
                .propagate(
                        new Propagation(2, "707000", "907000", "908000"),
                        new Propagation(1, "411000", "411900", "411900"));
    }

    @AfterAll
    void stop() {
        stores.close();
    }

    /** Rows of another ledger, and rows that net to zero, are none of ours and no difference. */
    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void findsAnEntryWhoseReplyWasLostInSpiteOfThem(String store) throws Exception {
        stores.bench().x3().faults().nextCreates(Fault.of(Fault.Way.DONE_THEN_CLOSED));

        long order = stores.order(store);

        JsonNode posted = stores.await(store, order, "posted");
        assertThat(posted.path("journals").path(0).path("x3Number").asText()).isNotEmpty();
        assertThat(stores.creates(store, order)).isEqualTo(1);
    }
}
