package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers with characters that mean something in a URL, in XML or in JSON: what is found under one is read back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class OddNumbersTest {

    private ThreeStores stores;

    @BeforeAll
    void start() {
        stores = ThreeStores.start(Map.of());
    }

    @AfterAll
    void stop() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25/0001",
                "FR/26/11 0007",
                "A+B",
                "100%",
                "%2F%41",
                "N#1",
                "N?x=1&y=2",
                "N'1",
                "N~1",
                "É-№1-😀",
                "../x",
                "a\\b;c",
                "${body}",
                "N\"1<2>"
            })
    void areReadBackByApi1(String odd) throws Exception {
        isFoundUnder("eu", odd);
    }

    @ParameterizedTest
    @CsvSource({"us, 25/0001", "us, N#1&2", "jp, 25/0001", "jp, N#1&2 <3>"})
    void areReadBackByTheOthers(String store, String odd) throws Exception {
        isFoundUnder(store, odd);
    }

    private void isFoundUnder(String store, String odd) throws Exception {
        stores.bench().x3().ledger().numberBy(number -> odd + "-" + number.substring(number.length() - 4));
        stores.bench().x3().faults().nextCreates(Fault.of(Fault.Way.DONE_THEN_CLOSED));

        long order = stores.order(store);

        JsonNode posted = stores.await(store, order, "posted");
        assertThat(posted.path("journals").path(0).path("x3Number").asText()).startsWith(odd + "-");
        assertThat(stores.creates(store, order)).isEqualTo(1);
    }
}
