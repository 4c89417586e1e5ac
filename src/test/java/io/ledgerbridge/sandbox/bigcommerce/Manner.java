package io.ledgerbridge.sandbox.bigcommerce;

/**
 * How a {@link Courier} delivers.
 *
 * @param copies how often each event is delivered at least; every second one gets one copy more
 * @param mixed whether deliveries are shuffled
 * @param seed of the shuffling
 * @param parallel deliveries under way at once
 * @param timeFactor what BigCommerce's waits between retries are multiplied by: 0.001 makes a minute 60 ms
 */
public record Manner(int copies, boolean mixed, long seed, int parallel, double timeFactor) {

    /** Each event once, in order, one after the other, with BigCommerce's own waits. */
    public static Manner plain() {
        return new Manner(1, false, 0, 1, 1);
    }

    /** Each event twice or three times, in mixed order, over several connections. */
    public static Manner rough(long seed) {
        return new Manner(2, true, seed, 8, 0.001);
    }

    public Manner inParallel(int connections) {
        return new Manner(copies, mixed, seed, connections, timeFactor);
    }

    public Manner withTimeFactor(double factor) {
        return new Manner(copies, mixed, seed, parallel, factor);
    }
}
