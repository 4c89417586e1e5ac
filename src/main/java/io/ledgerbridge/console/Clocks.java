package io.ledgerbridge.console;

import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes days, and instants in the time of a store, whose zone is named. */
@Component("clocks")
public class Clocks {

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
        return zones.size() == 1 ? zones.get(0) : ZoneOffset.UTC;
    }

    /** The day, the time to the second, and the zone's name. */
    public String at(Instant instant, @Nullable String store) {
        return written(instant, store, FormatStyle.MEDIUM);
    }

    /** The time alone where it is today's. */
    public String lately(Instant instant, @Nullable String store) {
        ZonedDateTime local = instant.atZone(zone(store));
        return local.toLocalDate().equals(LocalDate.now(clock.withZone(zone(store))))
                ? DateTimeFormatter.ofPattern("HH:mm:ss z", LocaleContextHolder.getLocale())
                        .format(local)
                : at(instant, store);
    }

    private String written(Instant instant, @Nullable String store, FormatStyle style) {
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDateTime(style, style).withLocale(LocaleContextHolder.getLocale());
        ZonedDateTime local = instant.atZone(zone(store));
        return format.format(local)
                + " "
                + DateTimeFormatter.ofPattern("z", LocaleContextHolder.getLocale())
                        .format(local);
    }

    public String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(LocaleContextHolder.getLocale())
                        .format(day);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", LocaleContextHolder.getLocale())
                .format(month);
    }

    public Instant now() {
        return clock.instant();
    }
}
