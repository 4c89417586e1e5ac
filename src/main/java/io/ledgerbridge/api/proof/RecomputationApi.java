package io.ledgerbridge.api.proof;

import io.ledgerbridge.api.requests.Paging;
import io.ledgerbridge.readings.Recomputation;
import io.ledgerbridge.readings.RecomputationStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether every journal still comes out as it stands in the books. */
@RestController
@RequestMapping(path = "/api/audit/verify", params = "recompute=true")
public class RecomputationApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
     * @param found a page of those that come out otherwise
     */
    public record View(
            @Nullable Boolean ok,
            long checked,
            long notKept,
            long different,
            List<RecomputationStatus.Found> found,
            String state,
            Instant at) {

        static View of(RecomputationStatus status, List<RecomputationStatus.Found> found) {
            return new View(
                    status.ok(),
                    status.checked(),
                    status.notKept(),
                    status.different(),
                    found,
                    status.state(),
                    status.at());
        }
    }

    /**
     * How far the last run has come; where there was none, one begins and is waited for a while.
     *
     * @param page of what it found
     */
    @GetMapping
    View last(
            @RequestParam(defaultValue = Paging.FIRST) int page,
            @RequestParam(defaultValue = Paging.USUAL_SIZE) int size)
            throws InterruptedException {
        Paging.check(page, size);
        if (recomputation.last().isEmpty()) {
            recomputation.begin(PATIENCE);
        }
        return now(page, size);
    }

    /** Begins to plan every journal again, unless that is under way. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    public View begin() {
        recomputation.begin();
        return now(0, Integer.parseInt(Paging.USUAL_SIZE));
    }

    private View now(int page, int size) {
        RecomputationStatus status = recomputation.last().orElseGet(() -> RecomputationStatus.begun(clock.instant()));
        return View.of(status, recomputation.found(page, size));
    }
}
