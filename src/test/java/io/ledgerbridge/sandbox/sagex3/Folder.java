package io.ledgerbridge.sandbox.sagex3;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An X3 folder's set-up: what its tables know, each table under the field that names its codes. It is live: an account
 * that is added, or a period that is closed, holds from the next entry on.
 */
public final class Folder {

    private final String name;
    private final Map<String, Set<String>> tables = new ConcurrentHashMap<>();
    private final Map<String, AccountRules> rules = new ConcurrentHashMap<>();
    private final Set<YearMonth> closed = ConcurrentHashMap.newKeySet();
    private final ExchangeRates rates = new ExchangeRates();
    private volatile boolean negativeAmounts = true;
    private volatile List<Integer> ledgers = List.of(1);
    private volatile List<Propagation> propagations = List.of();
    private final Set<String> closedJournals = ConcurrentHashMap.newKeySet();
    private final AtomicInteger locked = new AtomicInteger();

    private Folder(String name) {
        this.name = name;
    }

    /** A folder under that name with the accounts, sites and codes of the documented example. */
    public static Folder sample(String name) {
        return new Folder(name)
                .sites("FR011", "FR012", "FR013")
                .entryTypes("ODGEN")
                .add("JOU", "SAL", "OD")
                .add("CUR", "EUR", "USD", "GBP", "CAD", "AUD", "CHF", "JPY", "KWD")
                .accounts("411000", "419100", "419200", "445710", "370000", "607000")
                .accounts("707000", "708500", "708800", "709000", "758000")
                .businessPartners("WEB01", "WEB02", "WEB03")
                .add("CCE1", "WEB")
                .add("CCE2", "MAIN", "OUTLET", "KIDS");
    }

    /** The folder SEED, which every sandbox has unless it is given others. */
    public static Folder seed() {
        return sample("SEED");
    }

    public Folder sites(String... codes) {
        return add("FCY", codes);
    }

    public Folder entryTypes(String... codes) {
        return add("TYP", codes);
    }

    public Folder accounts(String... codes) {
        return add("ACC", codes);
    }

    /** Accounts with rules, which take the place of those that they had. */
    public Folder accounts(AccountRules... some) {
        for (AccountRules each : some) {
            add("ACC", each.code());
            rules.put(each.code(), each);
        }
        return this;
    }

    AccountRules rulesOf(String account) {
        return rules.getOrDefault(account, AccountRules.of(account));
    }

    public Folder taxCodes(String... codes) {
        return add("TAX", codes);
    }

    public Folder businessPartners(String... codes) {
        return add("BPR", codes);
    }

    /** The codes of a field; for a dimension type of the lines, CCE1 to CCE9, the values that it may have. */
    private Folder add(String field, String... codes) {
        tables.computeIfAbsent(field, absent -> ConcurrentHashMap.newKeySet()).addAll(List.of(codes));
        return this;
    }

    public Folder withoutAccounts(String... codes) {
        tables.getOrDefault("ACC", Set.of()).removeAll(Set.of(codes));
        return this;
    }

    public Folder close(YearMonth... periods) {
        closed.addAll(List.of(periods));
        return this;
    }

    public Folder open(YearMonth... periods) {
        closed.removeAll(Set.of(periods));
        return this;
    }

    /** Whether a line may have an amount below zero: folders differ. */
    public Folder negativeAmounts(boolean taken) {
        negativeAmounts = taken;
        return this;
    }

    /** Closes a journal code in a month that is open for others, as X3 can. */
    public Folder closeJournal(String code, YearMonth... periods) {
        List.of(periods).forEach(period -> closedJournals.add(code + " " + period));
        return this;
    }

    public Folder openJournals() {
        closedJournals.clear();
        return this;
    }

    boolean isClosed(String journal, YearMonth period) {
        return closedJournals.contains(journal + " " + period);
    }

    /** Somebody holds a record that the next entries need, so many of them. */
    public Folder lockFor(int entries) {
        locked.set(entries);
        return this;
    }

    boolean meetsALock() {
        return locked.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
    }

    /** The ledger types of which each entry shows a row a line, such as 1 legal and 2 analytical. */
    public Folder ledgers(Integer... types) {
        ledgers = List.of(types);
        return this;
    }

    /** The rules by which rows are added to each entry. */
    public Folder propagate(Propagation... rules) {
        propagations = List.of(rules);
        return this;
    }

    List<Propagation> propagations() {
        return propagations;
    }

    List<Integer> ledgers() {
        return ledgers;
    }

    /** Into the currency of its ledger. */
    public ExchangeRates rates() {
        return rates;
    }

    public String name() {
        return name;
    }

    /** The codes that a table knows, under the field that names them. */
    Set<String> codes(String field) {
        return tables.getOrDefault(field, Set.of());
    }

    boolean knows(String field) {
        return tables.containsKey(field);
    }

    boolean knows(String field, String code) {
        return tables.getOrDefault(field, Set.of()).contains(code);
    }

    boolean isClosed(YearMonth period) {
        return closed.contains(period);
    }

    boolean takesNegativeAmounts() {
        return negativeAmounts;
    }
}
