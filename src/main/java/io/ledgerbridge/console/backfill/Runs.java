package io.ledgerbridge.console.backfill;

import io.ledgerbridge.catchup.BackfillSummary;
import io.ledgerbridge.catchup.LastBackfills;
import io.ledgerbridge.catchup.shadow.ShadowReports;
import io.ledgerbridge.catchup.shadow.ShadowSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The runs of a page, ten of each kind, with who asked for each. */
@Component
class Runs {

    private static final int MOST = 10;

    private final LastBackfills backfills;
    private final ShadowReports shadows;
    private final Askers askers;

    Runs(LastBackfills backfills, ShadowReports shadows, Askers askers) {
        this.backfills = backfills;
        this.shadows = shadows;
        this.askers = askers;
    }

    /**
     * Those of one page.
     *
     * @param asked who asked, by number; a shadow run has a number that no backfill has
     * @param older the number of the last backfill, where there are others behind it
     * @param olderShadow likewise of the last shadow run
     */
    record Page(
            List<BackfillSummary> backfills,
            List<ShadowSummary> shadows,
            Map<Long, Asker> asked,
            @Nullable Long older,
            @Nullable Long olderShadow) {

        List<BackfillSummary> underWay() {
            return backfills.stream().filter(BackfillSummary::isUnderWay).toList();
        }

        boolean isMoving() {
            return !underWay().isEmpty() || shadows.stream().anyMatch(ShadowSummary::isUnderWay);
        }
    }

    /**
     * Those behind two numbers.
     *
     * @param store null for every store
     * @param before of a backfill; null for the newest
     * @param beforeShadow of a shadow run; null for the newest
     */
    Page of(@Nullable String store, @Nullable Long before, @Nullable Long beforeShadow) {
        List<BackfillSummary> found = backfills.of(store, before, MOST + 1);
        List<ShadowSummary> foundShadows = shadows.of(store, beforeShadow, MOST + 1);
        List<BackfillSummary> shown = found.stream().limit(MOST).toList();
        List<ShadowSummary> shownShadows = foundShadows.stream().limit(MOST).toList();
        Map<Long, Asker> asked = new HashMap<>(askers.ofBackfills(shown));
        asked.putAll(askers.ofShadows(shownShadows));
        return new Page(
                shown,
                shownShadows,
                asked,
                found.size() > MOST ? shown.get(MOST - 1).id() : null,
                foundShadows.size() > MOST ? shownShadows.get(MOST - 1).id() : null);
    }
}
