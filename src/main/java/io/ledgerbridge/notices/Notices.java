package io.ledgerbridge.notices;

import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.alerts.Notice;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.notices.Matter.Kind;
import io.ledgerbridge.notices.Matter.Said;
import io.ledgerbridge.notices.NoticeRows.Told;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells people of a cause's first park, of a store that has stopped and goes on again, and each morning how all orders stand:
 * once, whichever of several processes notices. Nothing is looked at where nobody is to be told.
 */
@Component
public class Notices {

    /** A turn takes far less; one whose process ended keeps the others from it for so long. */
    private static final Duration TURN = Duration.ofSeconds(50);

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final AlertSettings settings;
    private final ParkedCauses causes;
    private final StoppedStores stopped;
    private final Digest digest;
    private final NoticeRows rows;
    private final TimedLocks locks;
    private final DatabaseClock clock;
    private final ApplicationEventPublisher listeners;
    private final ZoneId zone;

    Notices(
            AlertSettings settings,
            ParkedCauses causes,
            StoppedStores stopped,
            Digest digest,
            NoticeRows rows,
            TimedLocks locks,
            Rules stores,
            DatabaseClock clock,
            ApplicationEventPublisher listeners) {
        this.settings = settings;
        this.causes = causes;
        this.stopped = stopped;
        this.digest = digest;
        this.rows = rows;
        this.locks = locks;
        this.clock = clock;
        this.listeners = listeners;
        this.zone = stores.all().values().stream()
                .findFirst()
                .map(first -> first.journal().zone())
                .orElse(ZoneOffset.UTC);
    }

    /** Looks at everything once. */
    public void turn() {
        if (settings.isOff() || !locks.take("notices", TURN)) {
            return;
        }
        Instant now = clock.now();
        List<Said> all = new ArrayList<>(causes.now(now));
        all.addAll(stopped.now());
        rows.all().forEach(told -> look(told, isStill(told, all), now));
        all.stream().filter(said -> said.matter().isToBeTold(now)).forEach(said -> tell(said, now));
        tellOfTheDay(now);
    }

    private static boolean isStill(Told told, List<Said> all) {
        return all.stream().anyMatch(said -> told.isOf(said.matter()));
    }

    private void tell(Said said, Instant now) {
        if (rows.add(said.matter(), now)) {
            Matter.Words words = said.words().get();
            publish(said.matter().kind().label(), now, words);
        }
    }

    private void look(Told told, boolean isStill, Instant now) {
        Instant gone = told.goneSince();
        if (isStill) {
            if (gone != null) {
                rows.gone(told, null);
            }
        } else if (gone == null) {
            rows.gone(told, now);
        } else if (!gone.plus(kind(told).calm()).isAfter(now)) {
            rows.remove(told);
            if (kind(told) == Kind.STORE_STOPPED) {
                publish("store-goes-on", now, goesOn(told, gone));
            }
        }
    }

    private static Matter.Words goesOn(Told told, Instant since) {
        return new Matter.Words(
                "Store %s goes on since %s: what it waited for is over (%s)."
                        .formatted(told.store(), since.truncatedTo(ChronoUnit.SECONDS), told.about()),
                Map.of("store", told.store(), "waitedFor", told.about(), "since", since.toString()));
    }

    private static Kind kind(Told told) {
        return told.kind().equals(Kind.PARKED.label()) ? Kind.PARKED : Kind.STORE_STOPPED;
    }

    /** From seven in the morning on, by the time of the first store; where nothing ran then, as soon as something runs. */
    private void tellOfTheDay(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (here.toLocalTime().isBefore(MORNING)) {
            return;
        }
        ZonedDateTime next = here.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone);
        if (locks.take("digest", Duration.between(here, next))) {
            publish("digest", now, digest.words());
        }
    }

    private void publish(String kind, Instant now, Matter.Words words) {
        listeners.publishEvent(new Notice(kind, now, words.text(), words.detail()));
    }
}
