package io.ledgerbridge.bigcommerce;

/** A delivery that isn't BigCommerce's, or not for a store of ours. Nothing of it is kept. */
public abstract sealed class DeliveryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DeliveryRefused(String message) {
        super(message, null, false, false);
    }

    /** No store has that key. */
    public static final class UnknownStore extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        public UnknownStore() {
            super("no such store");
        }
    }

    /** The signature is missing or wrong. */
    public static final class Forged extends DeliveryRefused {
        private static final long serialVersionUID = 1L;

        public Forged(String message) {
            super(message);
        }
    }
}
