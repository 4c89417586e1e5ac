package io.ledgerbridge.crash;

/** What a test tells the program that goes by {@link Nights}. */
public interface NightsMXBean {

    /** Lets a minute pass and takes a turn of prunings: how many nanoseconds that took. */
    long turn();

    /** How many rows were removed since the process started. */
    long removed();

    /** Goes on to the next evening. */
    void sleep();
}
