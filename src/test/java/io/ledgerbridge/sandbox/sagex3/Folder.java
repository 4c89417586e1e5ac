package io.ledgerbridge.sandbox.sagex3;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An X3 folder's set-up: what its tables know. It is live: an account that is added, or a period that is closed,
 * holds from the next entry on.
 */
public final class Folder {

    private final String name;
    private volatile String company = "FR10";
    private final Set<String> sites = ConcurrentHashMap.newKeySet();
    private final Set<String> entryTypes = ConcurrentHashMap.newKeySet();
    private final Set<String> journals = ConcurrentHashMap.newKeySet();
    private final Set<String> accounts = ConcurrentHashMap.newKeySet();
    private final Set<String> businessPartners = ConcurrentHashMap.newKeySet();
    private final Set<String> currencies = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> dimensions = new ConcurrentHashMap<>();
    private final Set<YearMonth> closed = ConcurrentHashMap.newKeySet();
    private volatile boolean negativeAmounts = true;
    private volatile int restRefusalStatus = 200;
    private volatile String closedPeriodWords = "The period is closed";
    private volatile String poolAlias = "LEDGER";
    private volatile Names names = Names.STANDARD;

    /**
     * What the customer called their additions to X3, since X3 has no standard way to create an entry.
     *
     * @param graphQlPackage the GraphQL package of the node
     * @param graphQlNode the node that has a {@code create}
     * @param graphQlReference the node's property that holds the outside reference
     * @param restClass the class of REST api1
     * @param restRepresentation its representation
     * @param restLines the representation's collection of lines
     * @param soapPublicName the web service published (GESAWE) from object GAS
     */
    public record Names(
            String graphQlPackage,
            String graphQlNode,
            String graphQlReference,
            String restClass,
            String restRepresentation,
            String restLines,
            String soapPublicName) {

        public static final Names STANDARD =
                new Names("x3Finance", "journalEntry", "sourceDocument", "GACCENTRY", "GACCENTRY", "LINES", "WSGAS");
    }

    private Folder(String name) {
        this.name = name;
    }

    /** A folder that knows nothing yet and refuses every entry. */
    public static Folder named(String name) {
        return new Folder(name);
    }

    /** A folder under that name with the accounts, sites and codes of the documented example. */
    public static Folder sample(String name) {
        return named(name)
                .sites("FR011", "FR012", "FR013")
                .entryTypes("ODGEN")
                .journals("SAL", "OD")
                .currencies("EUR", "USD", "GBP", "CAD", "AUD", "CHF", "JPY", "KWD")
                .accounts("411000", "419100", "419200", "445710", "370000", "607000")
                .accounts("707000", "708500", "708800", "709000", "758000")
                .businessPartners("WEB01", "WEB02", "WEB03")
                .dimension("CCE1", "WEB")
                .dimension("CCE2", "MAIN", "OUTLET", "KIDS");
    }

    /** The folder SEED, which every sandbox has unless it is given others. */
    public static Folder seed() {
        return sample("SEED");
    }

    public Folder company(String code) {
        company = code;
        return this;
    }

    public Folder sites(String... codes) {
        sites.addAll(List.of(codes));
        return this;
    }

    public Folder entryTypes(String... codes) {
        entryTypes.addAll(List.of(codes));
        return this;
    }

    public Folder journals(String... codes) {
        journals.addAll(List.of(codes));
        return this;
    }

    public Folder accounts(String... codes) {
        accounts.addAll(List.of(codes));
        return this;
    }

    public Folder withoutAccounts(String... codes) {
        accounts.removeAll(Set.of(codes));
        return this;
    }

    public Folder businessPartners(String... codes) {
        businessPartners.addAll(List.of(codes));
        return this;
    }

    public Folder currencies(String... codes) {
        currencies.addAll(List.of(codes));
        return this;
    }

    /** A dimension type of the lines, CCE1 to CCE9, and values that it may have. */
    public Folder dimension(String type, String... values) {
        dimensions
                .computeIfAbsent(type, absent -> ConcurrentHashMap.newKeySet())
                .addAll(List.of(values));
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

    /** How this folder says that a period is closed; the English wording of X3 was not found. */
    public Folder closedPeriodWords(String words) {
        closedPeriodWords = words;
        return this;
    }

    /** Whether a line may have an amount below zero: folders differ. */
    public Folder negativeAmounts(boolean taken) {
        negativeAmounts = taken;
        return this;
    }

    /** The HTTP status with which REST refuses an entry: 200, as real programs have seen, or 400. */
    public Folder restRefusalStatus(int status) {
        restRefusalStatus = status;
        return this;
    }

    /** The alias of the SOAP pool that works in this folder; LEDGER at first. */
    public Folder poolAlias(String alias) {
        poolAlias = alias;
        return this;
    }

    /** Holds for a folder only before its sandbox starts. */
    public Folder names(Names customers) {
        names = customers;
        return this;
    }

    public String name() {
        return name;
    }

    String company() {
        return company;
    }

    boolean knowsSite(String code) {
        return sites.contains(code);
    }

    boolean knowsEntryType(String code) {
        return entryTypes.contains(code);
    }

    boolean knowsJournal(String code) {
        return journals.contains(code);
    }

    boolean knowsAccount(String code) {
        return accounts.contains(code);
    }

    boolean knowsBusinessPartner(String code) {
        return businessPartners.contains(code);
    }

    boolean knowsCurrency(String code) {
        return currencies.contains(code);
    }

    boolean knowsDimension(String type) {
        return dimensions.containsKey(type);
    }

    boolean knowsDimension(String type, String value) {
        return dimensions.getOrDefault(type, Set.of()).contains(value);
    }

    boolean isClosed(YearMonth period) {
        return closed.contains(period);
    }

    boolean takesNegativeAmounts() {
        return negativeAmounts;
    }

    int restRefusalStatus() {
        return restRefusalStatus;
    }

    String closedPeriodWords() {
        return closedPeriodWords;
    }

    String poolAlias() {
        return poolAlias;
    }

    Names names() {
        return names;
    }
}
