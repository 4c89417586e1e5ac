package io.ledgerbridge.console.needsyou.which;

import io.ledgerbridge.faults.ParkCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an order is parked, with the words of Sage X3 or BigCommerce told from the program's own.
 *
 * @param ours the program's words, or empty
 * @param theirs verbatim, or empty
 */
public record Told(String ours, String theirs) {

    private static final Set<ParkCode> THEIRS = EnumSet.of(
            ParkCode.ORDER_NOT_FOUND,
            ParkCode.REFUSED_BY_BIGCOMMERCE,
            ParkCode.X3_LOOK_UP_REFUSED,
            ParkCode.TEMPLATE_FAILED);

    private static final Set<ParkCode> REFUSED = EnumSet.of(ParkCode.REFUSED_BY_X3, ParkCode.CLOSED_PERIOD);

    private static final Pattern REFUSAL = Pattern.compile("(Sage X3 refused [^:]{1,100}:) (.*)", Pattern.DOTALL);

    /** What of a detail is whose. */
    public static Told of(ParkCode code, @Nullable String detail) {
        String words = detail == null ? "" : detail;
        if (THEIRS.contains(code)) {
            return new Told("", words);
        }
        Matcher refusal = REFUSAL.matcher(words);
        return REFUSED.contains(code) && refusal.matches()
                ? new Told(refusal.group(1), refusal.group(2))
                : new Told(words, "");
    }
}
