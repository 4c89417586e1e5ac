package io.ledgerbridge.console.story;

import io.ledgerbridge.api.AuditTrailView;
import io.ledgerbridge.console.story.timeline.StepMoments;
import io.ledgerbridge.console.story.timeline.StoryWords;
import io.ledgerbridge.console.story.timeline.Timelines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Tells whether an order still stands as a page showed it. */
@Component
class Standings {

    /** Steps after which a person decides as before. */
    private static final Set<String> NOTHING_NEW = Set.of(
            "order-read",
            "planned",
            "order-retried",
            "order-postponed",
            "note-written",
            "tagged",
            "untagged",
            "order-set-aside",
            "set-aside-kept",
            "journal-looked-up-again");

    private final Timelines timelines;
    private final StepMoments steps;
    private final StoryWords words;

    Standings(Timelines timelines, StepMoments steps, StoryWords words) {
        this.timelines = timelines;
        this.steps = steps;
        this.words = words;
    }

    /**
     * What has happened since: what a person did last, else what came last.
     *
     * @param shown the number of the newest link that the page showed
     */
    Optional<String> since(String store, long order, int shown) {
        List<AuditTrailView.Link> news = timelines.links(store, order, shown).stream()
                .filter(link -> !NOTHING_NEW.contains(link.step()))
                .toList();
        Stream<AuditTrailView.Link> byPeople =
                news.stream().filter(link -> link.detail().has("by"));
        return Stream.concat(news.stream(), byPeople)
                .reduce((before, after) -> after)
                .map(link -> steps.sentence(store, link));
    }

    /**
     * Refuses what is asked for on a page that is out of date.
     *
     * @throws ResponseStatusException 409 that says what has happened meanwhile
     */
    void check(Target target) {
        since(target.store(), target.order(), target.shown()).ifPresent(news -> {
            throw new ResponseStatusException(HttpStatus.CONFLICT, words.of("meanwhile", news));
        });
    }
}
