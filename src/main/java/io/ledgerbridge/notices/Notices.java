package io.ledgerbridge.notices;

import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.alerts.Notice;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.notices.Matter.Kind;
import io.ledgerbridge.notices.Matter.Said;
import io.ledgerbridge.notices.NoticeRows.Seen;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells people of a cause's first park, of a store that has stopped and goes on again, and each morning how all orders stand:
 * whichever of several processes notices. Told is what a way has taken; until then it is claimed, and a claim ends: where its
 * process does before, another tells it. A process by which nobody is to be told leaves all that to the others.
 */
@Component
public class Notices {

    /** A turn takes far less; one whose process ended keeps the others from it for so long. */
    private static final Duration TURN = Duration.ofSeconds(50);

    /** Each way has taken it, or failed, long before. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    /** What was told is forgotten where no process has looked for so long. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** More would not fit into what waits to be sent: the rest is told a turn later. */
    private static final int MOST_A_TURN = 20;

    private final AlertSettings settings;
    private final ParkedCauses causes;
    private final StoppedStores stopped;
    private final Digest digest;
    private final NoticeRows rows;
    private final TimedLocks locks;
    private final DatabaseClock clock;
    private final ApplicationEventPublisher listeners;
    private final Rules stores;
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
        this.stores = stores;
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
        if (locks.take("notices-kept", KEPT)) {
            rows.forget();
        }
        locks.prolong("notices-kept", KEPT);
        // as rows keep it, or what began now would begin a moment later
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        List<Said> all = new ArrayList<>(causes.now(now));
        all.addAll(stopped.now());
        all.forEach(said -> rows.see(said.matter()));
        rows.all().forEach(one -> look(one, find(one, all) != null, all, now));
        rows.all().stream()
                .filter(one -> one.isToBeTold(now))
                .limit(MOST_A_TURN)
                .forEach(one -> tell(one, find(one, all), now));
        tellOfTheDay(now);
    }

    private static @Nullable Said find(Seen seen, List<Said> all) {
        return all.stream().filter(said -> seen.isOf(said.matter())).findFirst().orElse(null);
    }

    /** What is said is found out first: where that fails, the next turn tells it. */
    private void tell(Seen seen, @Nullable Said said, Instant now) {
        if (said != null) {
            Matter.Words words = said.words().get();
            if (rows.claim(seen, now, now.plus(CLAIM))) {
                publish(seen.kind().label(), now, words, () -> rows.told(seen, now));
            }
        }
    }

    private void look(Seen seen, boolean isStill, List<Said> all, Instant now) {
        Instant gone = seen.goneSince();
        if (isStill) {
            if (gone != null) {
                rows.gone(seen, null);
            }
        } else if (gone == null) {
            rows.gone(seen, now);
        } else if (!gone.plus(seen.kind().calm()).isAfter(now)) {
            tellThatItIsOver(seen, gone, all, now);
        }
    }

    private void tellThatItIsOver(Seen seen, Instant gone, List<Said> all, Instant now) {
        if (!isNews(seen)) {
            rows.remove(seen);
        } else if (rows.claim(seen, now, now.plus(CLAIM))) {
            publish("store-goes-on", now, goesOn(seen, gone, all), () -> rows.remove(seen));
        }
    }

    /** Of a store that isn't set up any more nothing goes on. */
    private boolean isNews(Seen over) {
        return over.kind() == Kind.STORE_STOPPED
                && over.toldAt() != null
                && stores.find(over.store()).isPresent();
    }

    private static Matter.Words goesOn(Seen over, Instant since, List<Said> all) {
        String others = all.stream()
                .map(Said::matter)
                .filter(one -> one.kind() == Kind.STORE_STOPPED && one.store().equals(over.store()))
                .map(Matter::about)
                .collect(Collectors.joining(", "));
        String text = "What store %s waited for is over since %s (%s)%s."
                .formatted(
                        over.store(),
                        since.truncatedTo(ChronoUnit.SECONDS),
                        over.about(),
                        others.isEmpty() ? ": its orders go on" : "; it still waits for: " + others);
        return new Matter.Words(
                text, Map.of("store", over.store(), "waitedFor", over.about(), "since", since.toString()));
    }

    /** From seven in the morning on, by the time of the first store; where nothing ran then, as soon as something runs. */
    private void tellOfTheDay(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (here.toLocalTime().isBefore(MORNING)) {
            return;
        }
        if (locks.take("digest", CLAIM)) {
            Matter.Words words = digest.words(now, zone);
            ZonedDateTime next = here.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone);
            publish(
                    "digest",
                    now,
                    words,
                    () -> locks.prolong("digest", Duration.between(clock.now(), next.toInstant())));
        }
    }

    private void publish(String kind, Instant now, Matter.Words words, Runnable taken) {
        listeners.publishEvent(new Notice(kind, now, words.text(), words.detail(), taken));
    }
}
