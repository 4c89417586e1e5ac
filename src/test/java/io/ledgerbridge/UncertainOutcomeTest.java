package io.ledgerbridge;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** {@link UncertainOutcomeCases} by each of Sage X3's interfaces. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class UncertainOutcomeTest {

    @Nested
    class ByGraphql extends UncertainOutcomeCases {
        ByGraphql() {
            super(Map.of());
        }
    }

    @Nested
    class ByRest extends UncertainOutcomeCases {
        ByRest() {
            super(Bench.byRest());
        }
    }

    @Nested
    class BySoap extends UncertainOutcomeCases {
        BySoap() {
            super(Bench.bySoap());
        }
    }
}
