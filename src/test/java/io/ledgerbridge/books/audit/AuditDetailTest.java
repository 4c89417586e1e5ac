package io.ledgerbridge.books.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a link says is in the chain, and what may name a person is beside it. */
class AuditDetailTest {

    private final AuditDetail details = new AuditDetail(new Words(new KnownSecrets()), new ObjectMapper());

    @Test
    void keepsWordsBesideTheChainUnderTheirHash() {
        AuditSaid said = details.write(Map.of("reason", "refused-by-x3", "detail", "Maria is on hold"));

        assertThat(said.words()).startsWith("{\"detail\":\"Maria is on hold\",\"salt\":\"");
        assertThat(said.detail())
                .isEqualTo("{\"reason\":\"refused-by-x3\",\"wordsSha256\":\"%s\"}"
                        .formatted(Sha256.of(String.valueOf(said.words()))));
    }

    /** Else whoever guesses the words could find out. */
    @Test
    void neverGivesTheSameHashForTheSameWords() {
        assertThat(details.write(Map.of("why", "Maria")).detail())
                .isNotEqualTo(details.write(Map.of("why", "Maria")).detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"why", "detail", "remedy", "document", "refusedFor", "difference", "anythingNew"})
    void takesForWordsWhatIsNotKnownToBeACode(String name) {
        assertThat(details.write(Map.of(name, "Maria")).detail()).doesNotContain("Maria");
        assertThat(details.write(Map.of(name, List.of(1, "Maria"))).detail()).doesNotContain("Maria");
        assertThat(details.write(Map.of(name, Map.of("a", "Maria"))).detail()).doesNotContain("Maria");
    }

    @Test
    void leavesNothingBesideWhatHasNoWords() {
        assertThat(details.write(Map.of("journals", 1, "why", "to post: BC1001, BC1001-R7", "refunds", List.of(7)))
                        .words())
                .isNull();
        assertThat(details.write(Map.of("why", "the ledger holds the order as it is", "x3Number", "N1"))
                        .words())
                .isNull();
        assertThat(details.write(Map.of("why", "to post: Maria")).words()).isNotNull();
    }
}
