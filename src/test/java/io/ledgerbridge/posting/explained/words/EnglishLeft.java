package io.ledgerbridge.posting.explained.words;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** English words in what should be German or French. */
public final class EnglishLeft {

    /** Of BigCommerce's fields and our settings with their places, of BigCommerce's statuses, and what people have named. */
    private static final Pattern NAMES = Pattern.compile("\\S*[_\\[]\\S*|accounts\\.\\S+|„[^“]*“|« [^»]* »"
            + "|(von|de) (tax|tenders) |\\((Awaiting|Partially|Manual) \\w+( \\w+)?\\)"
            + "|\\((Incomplete|Pending|Shipped|Refunded|Cancelled|Declined|Completed)\\)");

    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|and|of|by|with|that|what|which|is|it|its|from|order"
                    + "|credit|debit|refund|product|products|paid|holds|held|discount|payment|channel|row|without|less|more"
                    + "|mapping|reading|gone|changed|planned|tax|fees?|shipping|handling|wrapping|left)\\b");

    private EnglishLeft() {}

    public static List<String> in(String said) {
        return ENGLISH.matcher(NAMES.matcher(said).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
