package io.ledgerbridge.console;

import io.ledgerbridge.orders.KnownStores;
import io.ledgerbridge.parked.DeadLetters;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives every page its frame. */
@ControllerAdvice("io.ledgerbridge.console")
class Frames {

    private static final int MONTHS = 24;

    private final KnownStores stores;
    private final DeadLetters letters;
    private final Banners banners;
    private final Clocks clocks;
    private final Clock clock;

    Frames(KnownStores stores, DeadLetters letters, Banners banners, Clocks clocks, Clock clock) {
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
                IntStream.range(0, MONTHS).mapToObj(newestMonth()::minusMonths).toList(),
                chosen,
                letters.count(chosen.store()),
                banners.now(),
                user.getName());
    }

    /** The first that has begun somewhere: an order of it is not to be out of reach. */
    private YearMonth newestMonth() {
        return YearMonth.now(clock.withZone(ZoneOffset.ofHours(14)));
    }
}
