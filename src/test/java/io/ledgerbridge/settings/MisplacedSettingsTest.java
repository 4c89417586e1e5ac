package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that stands where nobody reads it is told of, above all a store. */
class MisplacedSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    stores: { us: { bigcommerce: { store-hash: abc } } }    | stores: stands at the top level; it belongs one level further in, under ledger-bridge
                    us: { bigcommerce: { store-hash: abc } }                | us: stands at the top level; a store belongs under ledger-bridge.stores
                    us: { sage-x3: { endpoint: SEED } }                     | us: stands at the top level; a store belongs under ledger-bridge.stores
                    us: { sageX3: { endpoint: SEED } }                      | us: stands at the top level; a store belongs under ledger-bridge.stores
                    bigcommerce: { store-hash: abc }                        | bigcommerce: stands at the top level; a part of a store belongs under ledger-bridge.stores and the store's key
                    sage-x3: { endpoint: SEED }                             | sage-x3: stands at the top level; a part of a store belongs under ledger-bridge.stores and the store's key
                    channels: { "1": { name: x } }                          | channels: stands at the top level; a part of a store belongs under ledger-bridge.stores and the store's key
                    drain: { workers: 4 }                                   | drain: stands at the top level; it belongs one level further in, under ledger-bridge
                    users: [{ name: ops }]                                  | users: stands at the top level; it belongs one level further in, under ledger-bridge
                    publicUrl: https://bridge.example.com                   | publicUrl: stands at the top level; it belongs one level further in, under ledger-bridge
                    ledger-brigde: { drain: { workers: 4 } }                | ledger-brigde: is no group of settings; ledger-bridge may be meant
                    ledgr-bridge.drain.workers: 4                           | ledgr-bridge: is no group of settings; ledger-bridge may be meant
                    ledger: { bridge: { drain: { workers: 4 } } }           | ledger: is no group of settings; ledger-bridge may be meant
                    """)
    void refusesWhatStandsAtTheTopLevel(String yaml, String line) {
        assertThat(SettingsFixture.empty().yaml("# a comment\n" + yaml + "\n").faults())
                .singleElement()
                .asString()
                .isEqualTo(line + " (yaml, line 2)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    us: { bigcommerce: { store-hash: abc } } | ledger-bridge.us: looks like a store, which belongs one level further in, under ledger-bridge.stores
                    us: { sage-x3: { endpoint: SEED } }      | ledger-bridge.us: looks like a store, which belongs one level further in, under ledger-bridge.stores
                    sage-x3: { endpoint: SEED }              | ledger-bridge.sage-x3: is a part of a store, and belongs under ledger-bridge.stores and the store's key
                    channels: { "1": { name: x } }           | ledger-bridge.channels: is a part of a store, and belongs under ledger-bridge.stores and the store's key
                    stores: { sage-x3: { endpoint: SEED } }  | ledger-bridge.stores.sage-x3: is a part of a store, and belongs under ledger-bridge.stores and the store's key
                    store: { us: { drain: 3 } }              | ledger-bridge.store: is not a setting; the nearest are stores, hooks, retry
                    """)
    void refusesAStoreThatIsNotUnderStores(String yaml, String line) {
        assertThat(SettingsFixture.empty()
                        .yaml("ledger-bridge: { " + yaml + " }")
                        .faults())
                .containsExactly(line + " (yaml, line 1)");
    }

    @Test
    void namesTheFileAndTheLineOfTheFirstValueBelowTheKey() {
        assertThat(SettingsFixture.empty().yaml("""
                                ledger-bridge:
                                  drain: { workers: 4 }

                                # one level too far out
                                us:
                                  # the shop
                                  bigcommerce:
                                    store-hash: abc
                                """).faults())
                .singleElement()
                .asString()
                .endsWith("(yaml, line 8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledgerbridge: { drain: { workers: 4 } }",
                "ledgerBridge: { drain: { workers: 4 } }",
                "logging: { level: { root: warn } }",
                "spring: { application: { name: x } }",
                "us-token: abc",
                "journal-archive: abc",
                "US_BIGCOMMERCE_TOKEN: abc",
                "server: { port: 8080 }"
            })
    void leavesAloneWhatIsSomebodyElses(String yaml) {
        assertThat(SettingsFixture.empty().yaml(yaml).faults()).isEmpty();
    }

    @Test
    void readsASpellingThatSpringTakesForOurs() {
        assertThat(SettingsFixture.empty()
                        .yaml("ledgerBridge: { drain: { workers: 4 } }")
                        .read()
                        .drain()
                        .workers())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "LEDGER_BRIDGE_DRAIN_WROKERS, LEDGERBRIDGE_DRAIN_WROKERS",
        "LEDGERBRDIGE_STORES_US_JOURNAL_CODE, LEDGERBRIDGE_STORES_US_JOURNAL_CODE",
        "LEDGER_BRIDGE_USERS_0_NAME, LEDGERBRIDGE_USERS_0_NAME"
    })
    void warnsOfAVariableThatNobodyReads(String variable, String meant) {
        assertThat(SettingsFixture.empty().variable(variable, "4").warnings())
                .contains(variable + ": is not a setting; " + meant + " may be meant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LEDGER_BRIDGE_DRAIN_WORKERS",
                "LEDGER_BRIDGE_SERVICE_HOST",
                "LEDGERBRIDGE_DRAIN_WORKERS",
                "STORES",
                "USERS_DIR"
            })
    void saysNothingOfOtherVariables(String variable) {
        assertThat(SettingsFixture.empty().variable(variable, "4").warnings())
                .noneMatch(line -> line.contains("may be meant"));
    }

    @Test
    void tellsOfAStoreThatOnlyAMisspeltVariableNames() {
        assertThat(SettingsFixture.example()
                        .variable("LEDGERBRIDGE_STORES_SU_BIGCOMMERCE_ACCESSTOKEN", "abc")
                        .faults())
                .contains("ledger-bridge.stores.su: is only in the environment, and not whole; the nearest are us")
                .contains("ledger-bridge.stores.su.journal.code: is missing; it must be a code of 1 to 5 characters");
    }

    @Test
    void saysThatThereIsNoStore() {
        assertThat(SettingsFixture.empty().warnings())
                .containsExactly(
                        "there is no store below ledger-bridge.stores: nothing is received and nothing is posted");
    }
}
