package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;

/**
 * The templates' {@code cut(text, length)}: a text that is too long for X3 loses whole words at its end, since half of
 * an order's number reads like the number of another. A reference is never to be cut.
 */
public final class CutFunction implements Function {

    @Override
    public String getName() {
        return "cut";
    }

    @Override
    public int getMinArguments() {
        return 2;
    }

    @Override
    public int getMaxArguments() {
        return 2;
    }

    /** Null stays null, so that a field without a value is still left out. */
    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        return arguments[0].isNull() ? NullNode.instance : TextNode.valueOf(text(arguments[0].asText(), arguments[1]));
    }

    private static String text(String text, JsonNode length) {
        return of(text, length.asInt());
    }

    /** A text of one word alone is cut within it, but never within a character of two halves. */
    static String of(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int blank = text.lastIndexOf(' ', length);
        if (blank > 0) {
            return text.substring(0, blank).stripTrailing();
        }
        boolean halved = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, halved ? length - 1 : length);
    }
}
