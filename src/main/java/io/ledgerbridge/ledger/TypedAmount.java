package io.ledgerbridge.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An amount as people type or copy it: {@code 1204.5}, {@code 1,204.50}, {@code 1.204,50 EUR}, {@code 1 204,50}. */
public final class TypedAmount {

    private static final String SPACE = " \u00a0\u2009\u202f";

    private static final String SIGN_AND_DIGITS = "(?:[A-Z]{3}[" + SPACE + "]*)?"
            + "(-?(?:[0-9]{1,15}|[1-9][0-9]{0,2}(?:([%1$s'\u2019" + SPACE + "])[0-9]{3}(?:\\2[0-9]{3}){0,3})))"
            + "(?:%2$s([0-9]{1,4}))?(?:[" + SPACE + "]*[A-Z]{3})?";

    private static final Pattern WITH_COMMA = Pattern.compile(SIGN_AND_DIGITS.formatted(".", ","));
    private static final Pattern WITH_POINT = Pattern.compile(SIGN_AND_DIGITS.formatted(",", "\\."));

    private TypedAmount() {}

    /** What it may be; nothing where it is no amount. {@code 1,204} is two: some write decimals that way, others thousands. */
    public static List<BigDecimal> readings(String text) {
        String typed = text.strip().replace('\u2212', '-');
        return Stream.of(WITH_POINT, WITH_COMMA)
                .map(written -> written.matcher(typed))
                .filter(Matcher::matches)
                .map(TypedAmount::read)
                .distinct()
                .toList();
    }

    /** What it is, where it can be nothing else. */
    public static Optional<BigDecimal> of(String text) {
        List<BigDecimal> readings = readings(text);
        return readings.size() == 1 ? Optional.of(readings.get(0)) : Optional.empty();
    }

    private static BigDecimal read(Matcher written) {
        String whole = written.group(1).replaceAll("[^0-9-]", "");
        return new BigDecimal(written.group(3) == null ? whole : whole + "." + written.group(3));
    }
}
