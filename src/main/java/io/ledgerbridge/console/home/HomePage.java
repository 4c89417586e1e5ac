package io.ledgerbridge.console.home;

import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Clocks;
import io.ledgerbridge.orders.OrderDays;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderHours;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.overview.Cause;
import io.ledgerbridge.orders.overview.Overview;
import io.ledgerbridge.orders.overview.Overviews;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The answer in one sentence, the figures that it is made of, and what waits for whom. */
@Controller
class HomePage {

    /** The month, and the days before by which it is seen how it began. */
    private static final int DAYS = 35;

    private final Overviews overviews;
    private final OrderList orders;
    private final OrderDays days;
    private final OrderHours hours;
    private final Clocks clocks;

    HomePage(Overviews overviews, OrderList orders, OrderDays days, OrderHours hours, Clocks clocks) {
        this.overviews = overviews;
        this.orders = orders;
        this.days = days;
        this.hours = hours;
        this.clocks = clocks;
    }

    @GetMapping("/")
    String page(@ModelAttribute("chosen") Chosen chosen, Model page) {
        Overview overview = overviews.of(chosen.store(), chosen.from(), chosen.to());
        LocalDate last = lastDay(chosen);
        page.addAttribute("overview", overview);
        page.addAttribute("isEmpty", overview.totals().known() == 0 && isEmpty(chosen));
        page.addAttribute("causes", overview.causes());
        page.addAttribute("missing", Cause.together(overview.causes()));
        page.addAttribute("days", DayColumns.of(days.between(chosen.store(), last.minusDays(DAYS - 1L), last)));
        page.addAttribute("hours", HourLine.of(hours.until(overview.readAt(), chosen.store())));
        return "home";
    }

    /** Whether no order is known at all. */
    private boolean isEmpty(Chosen chosen) {
        OrderFilter all = OrderFilter.of(chosen.store(), null, null);
        return overviews.totals(orders.select(all)).known() == 0;
    }

    /** Of all months the last with an order; of one that isn't over today, where the store is, unless an order is dated later. */
    private LocalDate lastDay(Chosen chosen) {
        LocalDate today = LocalDate.ofInstant(clocks.now(), clocks.zone(chosen.store()));
        LocalDate end = chosen.to();
        if (end != null && !end.isAfter(today)) {
            return end;
        }
        LocalDate last = days.last(chosen.store()).orElse(today);
        if (end == null) {
            return last;
        }
        LocalDate latest = last.isAfter(today) ? last : today;
        return end.isAfter(latest) ? latest : end;
    }
}
