package io.ledgerbridge.console.backfill;

import io.ledgerbridge.catchup.BackfillSummary;
import io.ledgerbridge.catchup.LastBackfills;
import io.ledgerbridge.catchup.shadow.ShadowReports;
import io.ledgerbridge.catchup.shadow.ShadowSummary;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Clocks;
import io.ledgerbridge.console.Frame;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the last backfills, and counts the orders of the days before a new one. */
@Controller
class BackfillPage {

    private static final int MOST = 10;

    private final LastBackfills backfills;
    private final ShadowReports shadows;
    private final Counting counting;
    private final Clocks clocks;

    BackfillPage(LastBackfills backfills, ShadowReports shadows, Counting counting, Clocks clocks) {
        this.backfills = backfills;
        this.shadows = shadows;
        this.counting = counting;
        this.clocks = clocks;
    }

    @GetMapping("/backfill")
    String page(
            @ModelAttribute("chosen") Chosen chosen,
            @ModelAttribute("frame") Frame frame,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean count,
            @ModelAttribute("soFar") SoFar soFar,
            Model page) {
        List<BackfillSummary> last = backfills.of(chosen.store(), MOST);
        LocalDate today = LocalDate.ofInstant(clocks.now(), clocks.zone(frame.store()));
        LocalDate begin = Objects.requireNonNullElseGet(
                from, () -> Objects.requireNonNullElse(chosen.from(), today.withDayOfMonth(1)));
        LocalDate end = Objects.requireNonNullElseGet(
                to, () -> chosen.to() == null || chosen.to().isAfter(today) ? today : chosen.to());
        Days days = Days.of(frame.store(), begin, end);
        List<BackfillSummary> underWay =
                last.stream().filter(BackfillSummary::isUnderWay).toList();
        List<ShadowSummary> runs = shadows.of(chosen.store(), MOST);
        page.addAttribute("backfills", last);
        page.addAttribute("underWay", underWay);
        page.addAttribute("shadows", runs);
        page.addAttribute("isMoving", !underWay.isEmpty() || runs.stream().anyMatch(ShadowSummary::isUnderWay));
        page.addAttribute("days", count ? counting.of(days, soFar.counted()) : days);
        page.addAttribute("now", clocks.now());
        return "backfill";
    }
}
