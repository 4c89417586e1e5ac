package io.ledgerbridge.routes.x3;

import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What one X3 folder is set up with: an entry that names anything else is refused. */
public final class Folder {

    private final String name;
    private final Set<String> accounts = new ConcurrentSkipListSet<>();
    private final Set<String> sites = new ConcurrentSkipListSet<>();
    private final Set<String> types = new ConcurrentSkipListSet<>();
    private final Set<String> journals = new ConcurrentSkipListSet<>();
    private final Set<String> partners = new ConcurrentSkipListSet<>();
    private final Set<YearMonth> closed = new ConcurrentSkipListSet<>();
    private volatile boolean negativeAmounts = true;

    private Folder(String name) {
        this.name = name;
    }

    /** A folder with type ODGEN, journal SAL and site FR011, and the accounts of the settings' example. */
    public static Folder named(String name) {
        return new Folder(name)
                .types("ODGEN")
                .journals("SAL")
                .sites("FR011", "FR012")
                .partners("WEB01")
                .accounts("411000", "707000", "708500", "708800", "709000", "445710", "419100", "419200")
                .accounts("607000", "370000", "758000");
    }

    public Folder accounts(String... codes) {
        accounts.addAll(Set.of(codes));
        return this;
    }

    public Folder sites(String... codes) {
        sites.addAll(Set.of(codes));
        return this;
    }

    public Folder types(String... codes) {
        types.addAll(Set.of(codes));
        return this;
    }

    public Folder journals(String... codes) {
        journals.addAll(Set.of(codes));
        return this;
    }

    public Folder partners(String... codes) {
        partners.addAll(Set.of(codes));
        return this;
    }

    /** Closes the period of a month. */
    public Folder close(YearMonth month) {
        closed.add(month);
        return this;
    }

    /** Opens the period of a month again. */
    public Folder open(YearMonth month) {
        closed.remove(month);
        return this;
    }

    /** Folders differ in whether they take amounts below zero. */
    public Folder refusesNegativeAmounts() {
        negativeAmounts = false;
        return this;
    }

    /** Removes an account, so that entries that name it are refused. */
    public Folder without(String account) {
        accounts.remove(account);
        return this;
    }

    String name() {
        return name;
    }

    Set<String> accountCodes() {
        return accounts;
    }

    Set<String> siteCodes() {
        return sites;
    }

    Set<String> typeCodes() {
        return types;
    }

    Set<String> journalCodes() {
        return journals;
    }

    Set<String> partnerCodes() {
        return partners;
    }

    boolean isOpen(YearMonth month) {
        return !closed.contains(month);
    }

    boolean takesNegativeAmounts() {
        return negativeAmounts;
    }
}
