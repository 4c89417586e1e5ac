package io.ledgerbridge.api.requests;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;

/** A number in plain digits, as a parameter; empty is none. */
final class Digits extends PropertyEditorSupport {

    private final int most;
    private final Function<String, Number> read;

    Digits(int most, Function<String, Number> read) {
        this.most = most;
        this.read = read;
    }

    @Override
    public void setAsText(String text) {
        if (!text.matches("-?[0-9]{0,%d}".formatted(most)) || text.equals("-")) {
            throw new IllegalArgumentException("a whole number of at most %d digits".formatted(most));
        }
        setValue(text.isEmpty() ? null : read.apply(text));
    }
}
