package io.ledgerbridge;

import io.ledgerbridge.sandbox.hostile.Asked;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders of three stores, each by another interface of X3, and what each meets: once, or always. */
final class HostileOrders {

    static final Map<String, String> PREFIXES = Map.of("us", "BC", "rest", "REST", "soap", "SOAP");

    private static final long FIRST = 1000;
    private static final Pattern OF_SHOP = Pattern.compile("/stores/(\\w+)123/v\\d/orders/(\\d+).*");
    private static final Pattern OF_X3 = Pattern.compile("\\b(BC|REST|SOAP)\\d+\\b");

    /** By reference. */
    final Map<String, HostileCell> cells = new ConcurrentHashMap<>();

    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final HostileSides sides;
    private final boolean always;
    private volatile boolean over;
    private volatile @Nullable Bench running;

    HostileOrders(HostileSides sides, boolean always) {
        this.sides = sides;
        this.always = always;
    }

    Bench start(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(settings());
        settings.putAll(more);
        return Bench.start(settings, List.of("rest", "soap", HostileSides.WELL), sides::putBetween);
    }

    void begin(Bench bench, Stream<HostileCell> each) {
        running = bench;
        bench.x3().ledger().folder(Bench.FOLDER).taxCodes("US10");
        sides.answer((call, asked) -> Optional.ofNullable(bad(call, asked)));
        PREFIXES.keySet().forEach(key -> bench.store(key).firstOrder(FIRST));
        each.forEach(cell -> place(bench, cell));
        PREFIXES.keySet().forEach(key -> HostileSides.deliver(bench, key));
    }

    /** The bad answers end. */
    void end() {
        over = true;
    }

    boolean haveMetAll() {
        return met.size() == cells.size();
    }

    /** Those that X3 lacks. */
    List<String> missing(Bench bench) {
        List<String> there = HostileSides.references(bench);
        return cells.keySet().stream().filter(each -> !there.contains(each)).toList();
    }

    private @Nullable BadAnswer bad(OutgoingCall call, Asked asked) {
        String reference = over ? null : reference(call, asked);
        HostileCell cell = reference == null ? null : cells.get(reference);
        if (reference == null || cell == null) {
            return null;
        }
        if (cell.call() == call && (met.add(reference) || always)) {
            return cell.kind();
        }
        boolean unanswered = cell.isDetails() && HostileCell.isCreate(call) && !met.contains(reference);
        return unanswered ? BadAnswer.HUNG_UP : null;
    }

    private @Nullable String reference(OutgoingCall call, Asked asked) {
        if (HostileCell.AT_SHOP.contains(call)) {
            Matcher its = OF_SHOP.matcher(asked.target());
            return its.matches() ? PREFIXES.get(its.group(1).replace("abc", "us")) + its.group(2) : null;
        }
        if (call.name().endsWith("DETAILS")) {
            return ofEntryIn(asked);
        }
        Matcher its = OF_X3.matcher(asked.text());
        return its.find() ? its.group() : null;
    }

    /** X3 is asked for details by its own number. */
    private @Nullable String ofEntryIn(Asked asked) {
        Bench bench = running;
        return bench == null
                ? null
                : bench.entries().stream()
                        .filter(entry -> asked.text().contains(entry.number()))
                        .map(PostedEntry::reference)
                        .findFirst()
                        .orElse(null);
    }

    private void place(Bench bench, HostileCell cell) {
        long order = HostileSides.paid(bench.store(cell.store())).id();
        cells.put(PREFIXES.get(cell.store()) + order, cell);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = Bench.impatient(Bench.STORE, "rest", "soap", HostileSides.WELL);
        settings.put("ledger-bridge.retry.max-delay", "1s");
        for (String key : PREFIXES.keySet()) {
            String its = "ledger-bridge.stores." + key + ".";
            settings.put(its + "bigcommerce.api-url", sides.shop.url());
            settings.put(its + "sage-x3.url", sides.x3.url());
            settings.put(its + "sage-x3.auth.audience", "{x3}/xtrem/api");
            // so that all that can be read of an order is read
            settings.put(its + "channels.1.tenders[0].any", "true");
            settings.put(its + "channels.1.tenders[0].account", "411000");
            settings.put(its + "channels.1.tax[0].any", "true");
            settings.put(its + "channels.1.tax[0].code", "US10");
        }
        settings.putAll(Bench.by("rest", "rest"));
        settings.putAll(Bench.by("soap", "soap"));
        return settings;
    }
}
