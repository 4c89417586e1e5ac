package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.api.tables.Tables;
import io.ledgerbridge.console.needsyou.decisions.WorkedNames;
import io.ledgerbridge.console.needsyou.decisions.WorkedOrders;
import io.ledgerbridge.console.needsyou.which.Where;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.ParkedCause;
import io.ledgerbridge.parked.ParkedSums;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What both pages show: the causes, what they come to, and what came of the last decision. */
@Component
class Overview {

    private final ParkedSums parked;
    private final WorkedOrders worked;

    Overview(ParkedSums parked, WorkedOrders worked) {
        this.parked = parked;
        this.worked = worked;
    }

    /** Fills the page, and says how many orders it shows. */
    long show(Where where, String user, WorkedNames named, Model page) {
        List<ParkedCause> all = parked.causes(where.with(null).filter(user));
        List<ParkedCause> causes = all.stream()
                .filter(cause -> where.reason() == null || where.reason().equals(cause.reason()))
                .toList();
        long count = causes.stream().mapToLong(ParkedCause::orders).sum();
        page.addAttribute("where", where);
        page.addAttribute("me", user);
        page.addAttribute("rows", causes.stream().map(CauseRow::of).toList());
        page.addAttribute("choices", choices(all, where.reason()));
        page.addAttribute("count", count);
        page.addAttribute("mostInSheet", Tables.MOST_IN_A_SHEET);
        page.addAttribute("amounts", NotInLedger.together(causes.stream().flatMap(cause -> cause.amounts().stream())));
        page.addAttribute("worked", worked.of(named));
        return count;
    }

    /** The causes that there are, and the one that is shown. */
    private static Set<ParkCode> choices(List<ParkedCause> causes, @Nullable String reason) {
        Set<ParkCode> choices = EnumSet.of(ParkCode.UNREADABLE_EVENT);
        Stream.concat(causes.stream().map(ParkedCause::reason), Stream.ofNullable(reason))
                .forEach(code -> ParkCode.ofLabel(code).ifPresent(choices::add));
        return choices;
    }
}
