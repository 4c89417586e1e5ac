package io.ledgerbridge.sandbox.sagex3;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** X3's general ledger: its folders and the entries that they took. */
public final class Ledger {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM");

    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final Map<Key, PostedEntry> entries = new LinkedHashMap<>();
    private final Map<Key, List<BigDecimal>> ledgerAmounts = new HashMap<>();
    private final Map<FolderReference, List<PostedEntry>> byReference = new HashMap<>();
    private final Map<Counter, Integer> counters = new HashMap<>();

    private UnaryOperator<String> numbering = UnaryOperator.identity();

    /** X3's one unique key of an entry. */
    private record Key(String folder, String type, String number) {}

    private record FolderReference(String folder, String reference) {}

    private record Counter(String folder, String type, String site, String month) {}

    public static Ledger of(Folder... folders) {
        Ledger ledger = new Ledger();
        for (Folder folder : folders) {
            ledger.folders.put(folder.name(), folder);
        }
        return ledger;
    }

    /** One more folder. */
    public Ledger with(Folder folder) {
        folders.put(folder.name(), folder);
        return this;
    }

    /**
     * The folder of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Folder folder(String name) {
        Folder folder = find(name);
        if (folder == null) {
            throw new IllegalArgumentException("No folder " + name);
        }
        return folder;
    }

    /** The folder's entries, in the order in which they were posted. */
    public synchronized List<PostedEntry> entries(String folder) {
        return entries.values().stream()
                .filter(entry -> entry.folder().equals(folder))
                .toList();
    }

    /** The folder's entries under a reference, which X3 lets repeat; all of them where that is null. */
    public synchronized List<PostedEntry> entries(String folder, @Nullable String reference) {
        return reference == null
                ? entries(folder)
                : List.copyOf(byReference.getOrDefault(new FolderReference(folder, reference), List.of()));
    }

    /** The signed sum of each account in each currency, such as {@code 411000 USD}, debits positive. */
    public Map<String, BigDecimal> trialBalance(String folder) {
        Map<String, BigDecimal> balance = new TreeMap<>();
        for (PostedEntry entry : entries(folder)) {
            entry.sums()
                    .forEach((account, sum) -> balance.merge(account + " " + entry.currency(), sum, BigDecimal::add));
        }
        return balance;
    }

    /** The signed sum of each account in the ledger's own currency, at the rates by which its entries were taken. */
    public synchronized Map<String, BigDecimal> trialBalanceInOwnCurrency(String folder, Predicate<PostedEntry> which) {
        Map<String, BigDecimal> balance = new TreeMap<>();
        for (PostedEntry entry : entries(folder).stream().filter(which).toList()) {
            List<BigDecimal> amounts =
                    Objects.requireNonNull(ledgerAmounts.get(new Key(folder, entry.type(), entry.number())));
            for (int line = 0; line < amounts.size(); line++) {
                balance.merge(entry.lines().get(line).account(), amounts.get(line), BigDecimal::add);
            }
        }
        return balance;
    }

    @Nullable
    Folder find(String name) {
        return folders.get(name);
    }

    /** The folder in which a SOAP pool works: the only pool has the first. */
    @Nullable
    Folder findByPool(String alias) {
        return alias.equals("LEDGER") ? folders.values().iterator().next() : null;
    }

    synchronized @Nullable PostedEntry find(String folder, String type, String number) {
        return entries.get(new Key(folder, type, number));
    }

    /** Posts the draft, or says everything that is wrong with it. */
    public synchronized Posting post(String folderName, EntryDraft draft) {
        Folder folder = folder(folderName);
        List<Diagnosis> faults = EntryRules.faultsOf(draft, folder);
        if (find(folderName, draft.type(), draft.number()) != null) {
            faults.add(Diagnosis.error("TYP %s NUM %s: Record already exists".formatted(draft.type(), draft.number())));
        }
        if (!faults.isEmpty()) {
            return Posting.refused(faults);
        }
        PostedEntry entry = entryOf(folderName, draft);
        take(entry);
        return Posting.done(entry);
    }

    /** Something on the way to X3 sends an entry's create again: X3 takes it once more. */
    public synchronized void repeat(PostedEntry entry) {
        take(entry.under(entry.number() + "B"));
    }

    /** An accountant clears the reference of an entry, so that it counts as nobody's. */
    public synchronized void clearReference(String folder, String number) {
        PostedEntry entry = entries(folder).stream()
                .filter(posted -> posted.number().equals(number))
                .findFirst()
                .orElseThrow();
        Objects.requireNonNull(byReference.get(new FolderReference(folder, entry.reference())))
                .remove(entry);
        entries.put(new Key(folder, entry.type(), number), entry.withoutReference());
    }

    private PostedEntry entryOf(String folder, EntryDraft draft) {
        LocalDate date = Objects.requireNonNull(draft.date());
        int scale = EntryRules.decimalsOf(draft.currency());
        return new PostedEntry(
                folder,
                draft.type(),
                draft.number().isEmpty() ? nextNumber(folder, draft, date) : draft.number(),
                draft.site(),
                draft.journal(),
                date,
                draft.currency(),
                draft.reference(),
                draft.description(),
                draft.status(),
                draft.lines().stream().map(line -> lineOf(line, scale)).toList(),
                draft.extras().of(date));
    }

    private static PostedEntry.Line lineOf(EntryDraft.Line line, int scale) {
        return new PostedEntry.Line(
                line.account(),
                line.businessPartner().isEmpty() ? null : line.businessPartner(),
                line.sign(),
                Objects.requireNonNull(line.amount()).setScale(scale, RoundingMode.UNNECESSARY),
                line.description(),
                line.dimensions(),
                line.taxCode());
    }

    /** A counter for each type, site and month, as folders set them up for entries: FR0112611000001. */
    private String nextNumber(String folder, EntryDraft draft, LocalDate date) {
        Counter counter = new Counter(folder, draft.type(), draft.site(), MONTH.format(date));
        String number;
        do {
            number = "%s%s%06d".formatted(draft.site(), counter.month(), counters.merge(counter, 1, Integer::sum));
        } while (find(folder, draft.type(), number) != null);
        return numbering.apply(number);
    }

    /** Has entries numbered in another way from now on, as folders may be set up to. */
    public synchronized void numberBy(UnaryOperator<String> other) {
        numbering = other;
    }

    private void take(PostedEntry entry) {
        Key key = new Key(entry.folder(), entry.type(), entry.number());
        entries.put(key, entry);
        ledgerAmounts.put(key, folder(entry.folder()).rates().amounts(entry));
        byReference
                .computeIfAbsent(new FolderReference(entry.folder(), entry.reference()), absent -> new ArrayList<>())
                .add(entry);
    }
}
