package io.ledgerbridge.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that is so until somebody, or time, mends it.
 *
 * @param about what it is of its kind in this store
 * @param since when it began
 */
record Matter(Kind kind, String store, String about, Instant since) {

    /** What is told of. */
    enum Kind {
        /** Orders are parked for a reason. */
        PARKED("parked", Duration.ZERO, Duration.ofHours(1)),
        /** None of a store's orders is worked. What is over within minutes is nobody's business. */
        STORE_STOPPED("store-stopped", Duration.ofMinutes(5), Duration.ofMinutes(10));

        private final String label;
        private final Duration patience;
        private final Duration calm;

        Kind(String label, Duration patience, Duration calm) {
            this.label = label;
            this.patience = patience;
            this.calm = calm;
        }

        /** As rows and alerts spell it. */
        String label() {
            return label;
        }

        /** Only after so long people are told. */
        Duration patience() {
            return patience;
        }

        /** The one that a row spells. */
        static Kind of(String label) {
            return label.equals(PARKED.label) ? PARKED : STORE_STOPPED;
        }

        /** Only after so long it counts as over: what comes and goes is told once. */
        Duration calm() {
            return calm;
        }
    }

    /** A matter with what is said of it, should it be told. */
    record Said(Matter matter, Supplier<Words> words) {}

    /**
     * What is said of a matter.
     *
     * @param text a sentence or two, without what may name a person
     */
    record Words(String text, Map<String, ?> detail) {}
}
