package io.ledgerbridge.console.story.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened at one time.
 *
 * @param link in the order's audit trail; null of an event of BigCommerce's
 * @param words what happened, in a sentence
 * @param quote what a person, Sage X3, BigCommerce or the program said of it; null where nobody did
 * @param english whether the program said so, in English
 * @param raw JSON
 */
public record Moment(
        Instant at,
        @Nullable Integer link,
        String words,
        @Nullable String quote,
        boolean english,
        String raw) {}
