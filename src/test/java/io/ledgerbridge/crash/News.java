package io.ledgerbridge.crash;

/** How the program hears of what happens to orders. */
enum News {
    /** Each event is delivered, and the lists are empty, so that they can't make good what was lost. */
    WEBHOOKS,
    /** Nothing is delivered; the lists have everything. */
    SWEEP,
    /** Nothing is delivered, and all is older than the sweep looks: an operator asks for those days. */
    BACKFILL
}
