package io.ledgerbridge.console.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Orders' numbers as a person wrote them, set apart by blanks, line ends, semicolons, or commas with a blank behind them. Nothing is
 * guessed: {@code 1,004} might be one order or two.
 *
 * @param tokens what stands between the separators
 */
record OrderNumbers(List<String> tokens) {

    private static final Pattern BETWEEN = Pattern.compile("(?:[\\s;]|,(?=\\s|$))+");
    private static final Predicate<String> NUMBER =
            Pattern.compile("[1-9][0-9]{0,17}").asMatchPredicate();

    static OrderNumbers of(String text) {
        return new OrderNumbers(Arrays.stream(BETWEEN.split(text.strip(), -1))
                .filter(Predicate.not(String::isEmpty))
                .toList());
    }

    /** What is no number. */
    Optional<String> wrong() {
        return tokens.stream().filter(NUMBER.negate()).findFirst();
    }

    boolean isMoreThan(int most) {
        return tokens.size() > most;
    }

    /** Each once, where none is wrong. */
    List<Long> all() {
        return tokens.stream().map(Long::valueOf).distinct().toList();
    }
}
