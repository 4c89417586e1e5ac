package io.ledgerbridge.routes.x3;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The general ledger: it gives numbers, keeps what it takes, and refuses with reasons. As in X3, nothing but type and
 * number is unique, and a reference may occur twice.
 */
public final class Ledger {

    /** Lengths of X3's fields. */
    private static final int LONGEST_REFERENCE = 20;

    private static final int LONGEST_TEXT = 30;

    private final Map<String, Folder> folders = new HashMap<>();
    private final List<PostedEntry> entries = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();

    synchronized Folder folder(Folder folder) {
        folders.put(folder.name(), folder);
        return folder;
    }

    synchronized Optional<Folder> folder(@Nullable String name) {
        return Optional.ofNullable(folders.get(name));
    }

    /** The entry, or why it is refused: X3 names all it finds. */
    synchronized Outcome post(PostedEntry entry) {
        List<String> refusals = refusals(entry, folders.get(entry.folder()));
        if (!refusals.isEmpty()) {
            return new Outcome(null, refusals);
        }
        String counter = "%02d%02d%s"
                .formatted(entry.date().getYear() % 100, entry.date().getMonthValue(), entry.journal());
        int next = counters.merge(entry.folder() + entry.type() + counter, 1, Integer::sum);
        PostedEntry posted = entry.numbered(counter + "%06d".formatted(next));
        entries.add(posted);
        return new Outcome(posted, List.of());
    }

    /** What became of a create. */
    record Outcome(@Nullable PostedEntry posted, List<String> refusals) {}

    synchronized List<PostedEntry> entries(String folder) {
        return entries.stream().filter(entry -> entry.folder().equals(folder)).toList();
    }

    private static List<String> refusals(PostedEntry entry, @Nullable Folder folder) {
        List<String> refusals = new ArrayList<>();
        if (folder == null) {
            return List.of("Folder %s: does not exist".formatted(entry.folder()));
        }
        known(refusals, "Entry type", entry.type(), folder.typeCodes());
        known(refusals, "Site", entry.site(), folder.siteCodes());
        known(refusals, "Journal", entry.journal(), folder.journalCodes());
        length(refusals, "Source document", entry.reference(), LONGEST_REFERENCE);
        length(refusals, "Description", entry.description(), LONGEST_TEXT);
        if (!folder.isOpen(YearMonth.from(entry.date()))) {
            refusals.add("Accounting date %s: The period is closed".formatted(entry.date()));
        }
        Optional<Currency> currency = currency(entry.currency());
        if (currency.isEmpty()) {
            refusals.add("Currency %s: Record does not exist".formatted(entry.currency()));
        }
        if (entry.lines().size() < 2) {
            refusals.add("The entry has fewer than two lines");
        }
        int number = 0;
        for (PostedEntry.Line line : entry.lines()) {
            line(
                    refusals,
                    ++number,
                    line,
                    folder,
                    currency.map(Currency::getDefaultFractionDigits).orElse(2));
        }
        BigDecimal sum = entry.lines().stream().map(PostedEntry.Line::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != 0) {
            refusals.add("The entry is not balanced: difference %s".formatted(sum.toPlainString()));
        }
        return refusals;
    }

    private static void line(List<String> refusals, int number, PostedEntry.Line line, Folder folder, int decimals) {
        String where = "Line %d, ".formatted(number);
        known(refusals, where + "account", line.account(), folder.accountCodes());
        if (line.businessPartner() != null) {
            known(refusals, where + "business partner", line.businessPartner(), folder.partnerCodes());
        }
        length(refusals, where + "description", line.description(), LONGEST_TEXT);
        if (line.sign() != 1 && line.sign() != -1) {
            refusals.add(where + "sign %d: must be 1 or -1".formatted(line.sign()));
        }
        if (line.amount().stripTrailingZeros().scale() > decimals) {
            refusals.add(where
                    + "amount %s: too many decimals".formatted(line.amount().toPlainString()));
        }
        if (line.amount().signum() == 0) {
            refusals.add(where + "amount: mandatory field");
        }
        if (line.amount().signum() < 0 && !folder.takesNegativeAmounts()) {
            refusals.add(where
                    + "amount %s: must not be negative".formatted(line.amount().toPlainString()));
        }
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static void known(List<String> refusals, String what, String code, Set<String> codes) {
        if (!codes.contains(code)) {
            refusals.add("%s %s: Record does not exist".formatted(what, code));
        }
    }

    private static void length(List<String> refusals, String what, String text, int longest) {
        if (text.length() > longest) {
            refusals.add("%s '%s': text too long (%d)".formatted(what, text, longest));
        }
    }
}
