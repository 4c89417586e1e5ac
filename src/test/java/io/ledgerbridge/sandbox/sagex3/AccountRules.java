package io.ledgerbridge.sandbox.sagex3;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a folder's account asks of the lines on it, and refuses. An account without rules takes any line.
 *
 * @param code ACC
 * @param control each line needs a business partner
 * @param demanded dimension types that each line needs a value of
 * @param refused dimension types that no line may have
 * @param taxed each line needs a tax code
 * @param barred journal codes in which the account may not be used
 */
public record AccountRules(
        String code, boolean control, Set<String> demanded, Set<String> refused, boolean taxed, Set<String> barred) {

    private static final String MANDATORY = "%s: Mandatory field for account %s";
    private static final String REFUSED = "Not authorized for account ";

    public AccountRules {
        demanded = Set.copyOf(demanded);
        refused = Set.copyOf(refused);
        barred = Set.copyOf(barred);
    }

    /** An account that takes any line. */
    public static AccountRules of(String code) {
        return new AccountRules(code, false, Set.of(), Set.of(), false, Set.of());
    }

    /** A control account, such as that of the customers. */
    public AccountRules controlled() {
        return new AccountRules(code, true, demanded, refused, taxed, barred);
    }

    public AccountRules demanding(String... types) {
        return new AccountRules(code, control, with(demanded, types), refused, taxed, barred);
    }

    public AccountRules refusing(String... types) {
        return new AccountRules(code, control, demanded, with(refused, types), taxed, barred);
    }

    /** A tax account, or another whose lines are of no use to a tax return without a code. */
    public AccountRules withTaxCode() {
        return new AccountRules(code, control, demanded, refused, true, barred);
    }

    public AccountRules barredFrom(String... journals) {
        return new AccountRules(code, control, demanded, refused, taxed, with(barred, journals));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    /** @param where begins each diagnosis */
    List<Diagnosis> faultsOf(String where, EntryDraft.Line line, String journal) {
        List<Diagnosis> found = new ArrayList<>();
        if (control && line.businessPartner().isEmpty()) {
            found.add(Diagnosis.error(where + MANDATORY.formatted("BPR", code)));
        }
        if (taxed && line.taxCode().isEmpty()) {
            found.add(Diagnosis.error(where + MANDATORY.formatted("TAX", code)));
        }
        demanded.stream()
                .filter(type -> !line.dimensions().containsKey(type))
                .forEach(type -> found.add(Diagnosis.error(where + MANDATORY.formatted(type, code))));
        refused.stream()
                .filter(line.dimensions()::containsKey)
                .forEach(type -> found.add(
                        Diagnosis.error(where + type, line.dimensions().getOrDefault(type, ""), REFUSED + code)));
        if (barred.contains(journal)) {
            found.add(Diagnosis.error(where + "ACC", code, "Not authorized for journal " + journal));
        }
        return found;
    }
}
