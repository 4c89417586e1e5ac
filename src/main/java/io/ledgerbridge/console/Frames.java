package io.ledgerbridge.console;

import io.ledgerbridge.orders.KnownStores;
import io.ledgerbridge.orders.OrderDays;
import io.ledgerbridge.parked.DeadLetters;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives every page its frame. */
@ControllerAdvice("io.ledgerbridge.console")
class Frames {

    /** There are so many to choose from at the least, and as many as it takes to the first order. */
    private static final int MONTHS = 24;

    /** An order that is dated wrongly doesn't make more than that. */
    private static final int MOST_MONTHS = 240;

    private final KnownStores stores;
    private final DeadLetters letters;
    private final Banners banners;
    private final OrderDays days;
    private final Clocks clocks;
    private final Clock clock;

    Frames(KnownStores stores, DeadLetters letters, Banners banners, OrderDays days, Clocks clocks, Clock clock) {
        this.days = days;
        this.clocks = clocks;
        this.stores = stores;
        this.letters = letters;
        this.banners = banners;
        this.clock = clock;
    }

    @ModelAttribute("chosen")
    Chosen chosen(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable String month) {
        String key = store == null || store.isBlank() ? null : store;
        if (key != null) {
            stores.check(key);
        }
        return Chosen.of(key, month, YearMonth.now(clock.withZone(clocks.zone(key))));
    }

    /** Nobody has logged in yet who chooses a language at the login. */
    @ModelAttribute("frame")
    @Nullable
    Frame frame(@ModelAttribute("chosen") Chosen chosen, HttpServletRequest request, @Nullable Principal user) {
        if (user == null) {
            return null;
        }
        String query = request.getQueryString();
        String path = request.getRequestURI();
        return new Frame(
                path,
                query == null ? path : path + "?" + query,
                stores.setUp(),
                stores.gone(),
                months(chosen.month()),
                chosen,
                letters.count(chosen.store()),
                banners.now(),
                user.getName());
    }

    @ModelAttribute("wayBack")
    Back back(@RequestParam(required = false) @Nullable String back) {
        return Back.to(back);
    }

    /** The newest first, and the one that is chosen among them, however old. */
    private List<YearMonth> months(@Nullable YearMonth chosen) {
        YearMonth newest = newestMonth();
        long toFirst = days.first()
                .map(first -> ChronoUnit.MONTHS.between(YearMonth.from(first), newest) + 1)
                .orElse(0L);
        long many = Math.min(Math.max(MONTHS, toFirst), MOST_MONTHS);
        return Stream.concat(LongStream.range(0, many).mapToObj(newest::minusMonths), Stream.ofNullable(chosen))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The first that has begun somewhere: an order of it is not to be out of reach. */
    private YearMonth newestMonth() {
        return YearMonth.now(clock.withZone(ZoneOffset.ofHours(14)));
    }
}
