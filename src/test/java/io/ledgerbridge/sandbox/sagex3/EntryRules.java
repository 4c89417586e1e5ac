package io.ledgerbridge.sandbox.sagex3;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a folder refuses. It names every fault of an entry at once, each with its field and value. */
final class EntryRules {

    private static final String UNKNOWN = "Record does not exist";
    /** The English wording of X3 was not found. */
    private static final String CLOSED = "The period is closed";

    private final Folder folder;
    private final EntryDraft draft;
    private final List<Diagnosis> found = new ArrayList<>();

    private EntryRules(Folder folder, EntryDraft draft) {
        this.folder = folder;
        this.draft = draft;
    }

    static List<Diagnosis> faultsOf(EntryDraft draft, Folder folder) {
        EntryRules rules = new EntryRules(folder, draft);
        rules.header();
        for (int i = 0; i < draft.lines().size(); i++) {
            rules.line("Line %d: ".formatted(i + 1), draft.lines().get(i));
        }
        rules.balance();
        if (rules.found.isEmpty() && folder.meetsALock()) {
            rules.found.add(Diagnosis.error("Locked record"));
        }
        return rules.found;
    }

    /** The decimals that X3's currency table has for a code: those of ISO 4217. */
    static int decimalsOf(String currency) {
        return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
    }

    private void header() {
        code("", "TYP", draft.type(), 5);
        code("", "FCY", draft.site(), 5);
        code("", "JOU", draft.journal(), 5);
        code("", "CUR", draft.currency(), 3);
        length("NUM", draft.number(), 20);
        length("BPRVCR", draft.reference(), 20);
        length("DESVCR", draft.description(), 30);
        length("REFINT", draft.extras().secondReference(), 20);
        date(draft.date());
        if (draft.status() != 1 && draft.status() != 2) {
            found.add(Diagnosis.error("STA", Integer.toString(draft.status()), "Incorrect value"));
        }
    }

    private void date(@Nullable LocalDate date) {
        if (date == null) {
            found.add(Diagnosis.error("ACCDAT: Mandatory field"));
        } else if (folder.isClosed(YearMonth.from(date))) {
            found.add(Diagnosis.error("ACCDAT", date.toString(), CLOSED));
        } else if (folder.isClosed(draft.journal(), YearMonth.from(date))) {
            found.add(Diagnosis.error("JOU", draft.journal(), "The journal is closed for this period"));
        }
    }

    private void line(String where, EntryDraft.Line line) {
        code(where, "ACC", line.account(), 15);
        if (!line.businessPartner().isEmpty()) {
            code(where, "BPR", line.businessPartner(), 15);
        }
        length(where + "DES", line.description(), 30);
        if (line.sign() != 1 && line.sign() != -1) {
            found.add(Diagnosis.error(where + "SNS", Integer.toString(line.sign()), "Incorrect value"));
        }
        amount(where + "AMTCUR", line.amount());
        line.dimensions().forEach((type, value) -> dimension(where, type, value));
        if (!line.taxCode().isEmpty() && !folder.knows("TAX", line.taxCode())) {
            found.add(Diagnosis.error(where + "TAX", line.taxCode(), UNKNOWN));
        }
        found.addAll(folder.rulesOf(line.account()).faultsOf(where, line, draft.journal()));
    }

    private void amount(String field, @Nullable BigDecimal amount) {
        if (amount == null || amount.signum() == 0) {
            found.add(Diagnosis.error(field + ": Mandatory field"));
            return;
        }
        if (folder.knows("CUR", draft.currency())
                && amount.stripTrailingZeros().scale() > decimalsOf(draft.currency())) {
            found.add(Diagnosis.error(
                    field, amount.toPlainString(), "Too many decimals for currency " + draft.currency()));
        }
        if (amount.signum() < 0 && !folder.takesNegativeAmounts()) {
            found.add(Diagnosis.error(field, amount.toPlainString(), "Negative amount not authorized"));
        }
    }

    private void dimension(String where, String type, String value) {
        if (folder.knows(type)) {
            code(where, type, value, 15);
        } else {
            found.add(Diagnosis.error(where + type + ": Dimension type not defined"));
        }
    }

    private void balance() {
        if (draft.lines().isEmpty()) {
            found.add(Diagnosis.error("The journal entry has no lines"));
            return;
        }
        BigDecimal debit = side(1);
        BigDecimal credit = side(-1);
        if (debit.compareTo(credit) != 0) {
            found.add(Diagnosis.error("The journal entry is not balanced: debit %s, credit %s"
                    .formatted(debit.toPlainString(), credit.toPlainString())));
        }
    }

    private BigDecimal side(int sign) {
        return draft.lines().stream()
                .filter(line -> line.sign() == sign && line.amount() != null)
                .map(EntryDraft.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void code(String where, String field, String value, int length) {
        if (value.isEmpty()) {
            found.add(Diagnosis.error(where + field + ": Mandatory field"));
        } else if (length(where + field, value, length) && !folder.knows(field, value)) {
            found.add(Diagnosis.error(where + field, value, UNKNOWN));
        }
    }

    private boolean length(String field, String value, int most) {
        boolean fits = value.length() <= most;
        if (!fits) {
            found.add(Diagnosis.error(field, value, "Text too long, at most %d characters".formatted(most)));
        }
        return fits;
    }
}
