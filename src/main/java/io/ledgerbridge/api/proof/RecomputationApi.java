package io.ledgerbridge.api.proof;

import io.ledgerbridge.readings.Recomputation;
import io.ledgerbridge.readings.RecomputationStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether every journal still comes out as it stands in the books. */
@RestController
@RequestMapping(path = "/api/audit/verify", params = "recompute=true")
class RecomputationApi {

    private final Recomputation recomputation;
    private final Clock clock;

    RecomputationApi(Recomputation recomputation, Clock clock) {
        this.recomputation = recomputation;
        this.clock = clock;
    }

    /**
     * How the last run stands.
     *
     * @param ok null as long as it isn't known
     */
    record View(
            @Nullable Boolean ok,
            long checked,
            long notKept,
            long different,
            List<RecomputationStatus.Found> found,
            String state,
            Instant at) {

        static View of(RecomputationStatus status) {
            return new View(
                    status.ok(),
                    status.checked(),
                    status.notKept(),
                    status.different(),
                    status.found(),
                    status.state(),
                    status.at());
        }
    }

    /** How far the last run has come; where there was none, one begins. */
    @GetMapping
    View last() {
        if (recomputation.last().isEmpty()) {
            recomputation.begin();
        }
        return now();
    }

    /** Begins to plan every journal again, unless that is under way. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    View begin() {
        recomputation.begin();
        return now();
    }

    private View now() {
        return View.of(recomputation.last().orElseGet(() -> RecomputationStatus.begun(clock.instant())));
    }
}
