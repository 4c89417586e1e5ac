package io.ledgerbridge.orders;

/** More orders begin with a text than anybody looks through. */
public final class TooManyMatches extends RuntimeException {

    private static final long serialVersionUID = 1;

    private TooManyMatches(String message) {
        super(message);
    }

    static TooManyMatches than(int most) {
        return new TooManyMatches(
                "the references or X3 numbers of more than %,d orders begin with the text: give more of it"
                        .formatted(most));
    }
}
