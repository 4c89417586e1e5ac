package io.ledgerbridge.console;

import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes days, and instants in the time of a store, whose zone is named. */
@Component("clocks")
public class Clocks {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final String DAY = "d MMM yyyy";

    /** Of 24 hours in every language: an accountant compares them with logs and bank statements. */
    private static final String TIME = "HH:mm:ss z";

    private final Rules rules;
    private final Clock clock;

    Clocks(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** A store's time zone; that of all stores where no store is meant and they have one; else UTC. */
    public ZoneId zone(@Nullable String store) {
        List<ZoneId> zones = rules.all().values().stream()
                .filter(each -> store == null || each.store().equals(store))
                .map(PostingRules::journal)
                .map(journal -> journal.zone())
                .distinct()
                .toList();
        return zones.size() == 1 ? zones.get(0) : UTC;
    }

    /** The day, the time to the second, and the zone's name. */
    public String at(Instant instant, @Nullable String store) {
        return written(DAY + " " + TIME, instant.atZone(zone(store)));
    }

    /** The time alone where it is today's. */
    public String lately(Instant instant, @Nullable String store) {
        ZonedDateTime local = instant.atZone(zone(store));
        LocalDate today = LocalDate.now(clock.withZone(zone(store)));
        return local.toLocalDate().equals(today) ? written(TIME, local) : at(instant, store);
    }

    /** Empty where there is none. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : written(DAY, day);
    }

    /** Its day and month, where the year is plain. */
    public String shortDay(LocalDate day) {
        return written("d MMM", day);
    }

    public String month(YearMonth month) {
        return written("LLLL yyyy", month);
    }

    public Instant now() {
        return clock.instant();
    }

    private static String written(String pattern, TemporalAccessor when) {
        Locale language = LocaleContextHolder.getLocale();
        String german = language.getLanguage().equals("de") ? pattern.replace("d MMM", "d. MMM") : pattern;
        return DateTimeFormatter.ofPattern(german, language).format(when);
    }
}
