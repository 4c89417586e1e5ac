package io.ledgerbridge.books.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a link's detail are words: whatever people or other systems said, which may name a person. They stand
 * beside the chain. What is known to be a code, a number, a date or an amount stands in it, and nothing else does.
 */
final class AuditWords {

    /** Texts under these names are made by this program, or checked to be a code; a user's name is who answers for the link. */
    private static final Set<String> CODES = Set.of(
            "accountingDate",
            "amount",
            "amounts",
            "answeredBy",
            "askedBy",
            "at",
            "by",
            "channel",
            "currency",
            "date",
            "documentDate",
            "endpoint",
            "folder",
            "eventsRead",
            "found",
            "hash",
            "how",
            "keyId",
            "keyedHash",
            "kind",
            "lines",
            "name",
            "notAsked",
            "originalDate",
            "ours",
            "rateDate",
            "reading",
            "reason",
            "refund",
            "requestHash",
            "sha256",
            "since",
            "tax",
            "tender",
            "totalIncTax",
            "until",
            "x3Number",
            "x3Numbers",
            "x3Status");

    /** The plan of most orders, which names nothing but references. */
    private static final Pattern OURS = Pattern.compile(
            "the ledger holds the order as it is|to post: [A-Z0-9]{0,3}[A-Z]\\d[A-Z0-9-]*(, [A-Z0-9]{0,3}[A-Z]\\d[A-Z0-9-]*)*");

    private AuditWords() {}

    static boolean is(String name, @Nullable Object said) {
        return !CODES.contains(name) && !(name.equals("why") && isOurs(said)) && hasText(said);
    }

    private static boolean isOurs(@Nullable Object said) {
        return said instanceof String text && OURS.matcher(text).matches();
    }

    private static boolean hasText(@Nullable Object said) {
        if (said instanceof String text) {
            return !text.isEmpty();
        }
        if (said instanceof List<?> all) {
            return all.stream().anyMatch(AuditWords::hasText);
        }
        return said instanceof Map<?, ?> map && !map.isEmpty();
    }
}
