package io.ledgerbridge.faults;

/** One of the two systems between which the program stands. */
public enum Side {
    BIGCOMMERCE("bigcommerce", "BigCommerce"),
    SAGE_X3("sage-x3", "Sage X3");

    private final String label;
    private final String title;

    Side(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /** As settings, rows and answers spell it. */
    public String label() {
        return label;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** The one that {@link #label()} spells so. */
    public static Side ofLabel(String label) {
        for (Side side : values()) {
            if (side.label.equals(label)) {
                return side;
            }
        }
        throw new IllegalArgumentException("no side " + label);
    }
}
