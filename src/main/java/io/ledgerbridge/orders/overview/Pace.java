package io.ledgerbridge.orders.overview;

/**
 * How many orders came, and how many were settled, lately.
 *
 * @param minutes over which they were counted: 10, or 60 where fewer than 20 were settled in 10
 * @param came that were marked due while they weren't, each once
 * @param settled whose work ended, each once
 */
public record Pace(int minutes, long came, long settled) {

    /** From so many on the shorter time tells enough. */
    static final int ENOUGH = 20;

    /** Whether more come than go, enough of them to tell, and more are under way than a minute settles. */
    boolean isGrowing(long underWay) {
        return came >= ENOUGH && came > settled + settled / 10 && underWay * minutes > settled;
    }
}
