package io.ledgerbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole day, as {@code mvn spring-boot:test-run} plays it. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class SandboxTest {

    @Test
    void playsEveryKindOfLifeAndFindsNoDifference() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        boolean good;
        try (Sandbox sandbox = Sandbox.start(
                Map.of("spring.datasource.url", Databases.inMemory()),
                new PrintStream(told, true, StandardCharsets.UTF_8))) {
            good = sandbox.play();
        }

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("parked: {totals-differ=1, unknown-tender=1, unmapped-channel=1}")
                .contains(
                        "parked: {payments-exceed-order=1, refund-and-edit=1, refund-exceeds-order=1,"
                                + " refund-of-earlier-order=1, refunded-without-refund=1, unknown-tender=1, unmapped-channel=1}")
                .contains(
                        "parked: {payments-exceed-order=1, refund-and-edit=1, refund-exceeds-order=1, unknown-tender=1}")
                .contains("parked: {closed-period=1, refused-by-x3=3, unknown-tender=1}")
                .contains("\"found\":158,\"done\":158,\"parked\":0")
                .contains("No difference")
                .containsPattern("Planned again from the kept readings: 0 of [1-9][0-9]{2} journals")
                .containsPattern("The audit trail is verified: [1-9][0-9]{3} links, 0 things don't fit");
        assertThat(good).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
