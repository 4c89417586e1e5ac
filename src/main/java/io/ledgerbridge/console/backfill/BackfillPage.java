package io.ledgerbridge.console.backfill;

import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Clocks;
import io.ledgerbridge.console.Frame;
import java.time.LocalDate;
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

    private final Runs runs;
    private final Counting counting;
    private final Clocks clocks;

    BackfillPage(Runs runs, Counting counting, Clocks clocks) {
        this.runs = runs;
        this.counting = counting;
        this.clocks = clocks;
    }

    /** @param older which runs are shown: the newest, or those behind others */
    @GetMapping("/backfill")
    String page(
            @ModelAttribute("chosen") Chosen chosen,
            @ModelAttribute("frame") Frame frame,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean count,
            @ModelAttribute("soFar") SoFar soFar,
            @ModelAttribute("older") Older older,
            Model page) {
        Runs.Page shown = runs.of(chosen.store(), older.before(), older.beforeShadow());
        LocalDate today = LocalDate.ofInstant(clocks.now(), clocks.zone(frame.store()));
        LocalDate begin = Objects.requireNonNullElseGet(
                from, () -> Objects.requireNonNullElse(chosen.from(), today.withDayOfMonth(1)));
        LocalDate end = Objects.requireNonNullElseGet(
                to, () -> chosen.to() == null || chosen.to().isAfter(today) ? today : chosen.to());
        Days days = Days.of(frame.store(), begin, end);
        page.addAttribute("backfills", shown.backfills());
        page.addAttribute("underWay", shown.underWay());
        page.addAttribute("shadows", shown.shadows());
        page.addAttribute("isMoving", shown.isMoving());
        page.addAttribute("asked", shown.asked());
        page.addAttribute("here", older.at(chosen));
        page.addAttribute(
                "olderOnes",
                shown.older() == null ? null : older.backfills(shown.older()).at(chosen));
        page.addAttribute(
                "olderShadows",
                shown.olderShadow() == null
                        ? null
                        : older.shadows(shown.olderShadow()).at(chosen));
        page.addAttribute("days", count ? counting.of(days, soFar.counted()) : days);
        page.addAttribute("now", clocks.now());
        return "backfill";
    }
}
