package io.ledgerbridge.queue;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The part of a document's designation that is a number, and names nobody: {@code 2026-114} of "Avoir FA 2026-114". It has
 * at least as many digits as letters, and no more than two letters in a row; but for what stands before many numbers, such as
 * {@code INV}, and for a UUID.
 */
public final class DocumentNumber {

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String KNOWN =
            "CN|CM|CRN|CR|INV|RMA|AVO|AV|FAC|FA|FC|GS|RE|RG|RF|REF|NC|NO|DOC|SAL|VTE|ACH|REG";
    private static final String LETTERS = "[a-z]{1,2}(?![a-z])";

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:%1$s|(?:(?:%2$s)(?![a-z])[._/#-]?)?((?:%3$s[._/#-]?)?[0-9]+(?:[._/#-]?(?:%3$s|[0-9]+))*))(?![\\p{L}\\p{N}@])"
                    .formatted(UUID, KNOWN, LETTERS),
            Pattern.CASE_INSENSITIVE);

    private DocumentNumber() {}

    /** The longest one of a text, the first of several; empty where there is none. */
    public static Optional<String> of(String document) {
        return NUMBER.matcher(document)
                .results()
                .filter(DocumentNumber::isMostlyDigits)
                .map(MatchResult::group)
                .reduce((first, next) -> next.length() > first.length() ? next : first);
    }

    /** Whether two texts are of one document, where all but its number may have been erased from the one that is kept. */
    public static boolean isSame(String kept, String given) {
        return kept.equalsIgnoreCase(given)
                || of(given).filter(kept::equalsIgnoreCase).isPresent();
    }

    /** Letters that are known count for nothing, and a UUID has no other part. */
    private static boolean isMostlyDigits(MatchResult found) {
        String rest = found.group(1) == null ? "" : found.group(1);
        return rest.chars().filter(Character::isLetter).count()
                <= rest.chars().filter(Character::isDigit).count();
    }
}
