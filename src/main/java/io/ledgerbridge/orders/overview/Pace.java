package io.ledgerbridge.orders.overview;

/**
 * How many orders came, and of how many the work ended, lately.
 *
 * @param minutes over which they were counted: 10, or 60 where fewer than 20 were settled in 10
 * @param came that were marked due while they weren't, each once
 * @param settled whose work ended, each once
 * @param parked those of them that need a person
 */
public record Pace(int minutes, long came, long settled, long parked) {

    /** From so many on the shorter time tells enough. */
    static final int ENOUGH = 20;

    /** Those of which nothing is to be done any more. */
    public long done() {
        return settled - parked;
    }

    /** That of the shorter time where it tells enough. */
    static Pace telling(Pace shorter, Pace longer) {
        return shorter.settled < ENOUGH ? longer : shorter;
    }

    /** Of two stores, over the same time. */
    Pace plus(Pace other) {
        return new Pace(minutes, came + other.came, settled + other.settled, parked + other.parked);
    }

    /** Whether more come than go, enough of them to tell, and more are under way than a minute settles. */
    boolean isGrowing(long underWay) {
        return came >= ENOUGH && came > settled + settled / 10 && underWay * minutes > settled;
    }
}
