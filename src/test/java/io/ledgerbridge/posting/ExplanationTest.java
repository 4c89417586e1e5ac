package io.ledgerbridge.posting;

import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void dump() {
        WorkedDump.main();
    }
}
