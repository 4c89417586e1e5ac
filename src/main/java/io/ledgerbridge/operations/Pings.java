package io.ledgerbridge.operations;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.hooks.HookCheck;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.posting.rules.SampleJournals;
import io.ledgerbridge.sagex3.FolderSettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells what the questions of route ping-store came to, as checks in the order in which one builds on the other. */
@Component
public class Pings {

    private static final Logger LOG = LoggerFactory.getLogger(Pings.class);

    /** Of what was asked and not answered while the ping waited. */
    static final String LATE = "no answer in time";

    private static final List<String> IN_ORDER = List.of(
            BigCommercePing.TOKEN,
            BigCommercePing.SCOPES,
            BigCommercePing.WEBHOOKS,
            SageX3Ping.REACHED,
            SageX3Ping.CREDENTIALS,
            SageX3Ping.ENDPOINT);

    /** Told only where there is an entry to compare. */
    private static final List<String> MORE = List.of(EntryPing.ENTRY);

    private final BigCommercePing bigCommerce;
    private final SageX3Ping sageX3;
    private final Rules rules;
    private final Words words;

    Pings(BigCommercePing bigCommerce, SageX3Ping sageX3, Rules rules, Words words) {
        this.bigCommerce = bigCommerce;
        this.sageX3 = sageX3;
        this.rules = rules;
        this.words = words;
    }

    /** Begins one, which has heard nothing of Sage X3 yet. */
    public AskedX3 begin() {
        return new AskedX3();
    }

    /** The answer is as it should be. */
    public PingOutcome answered(int status) {
        return new PingOutcome(status, null);
    }

    /** It isn't, or there is none. */
    public PingOutcome failed(@Nullable Integer status, Throwable failure) {
        if (FailureWords.isDefect(failure)) {
            LOG.error("A ping failed in a way that nobody foresaw", failure);
        }
        return new PingOutcome(status, failure);
    }

    /** A journal under a reference that no order can have, for a look-up that finds nothing. */
    public Journal journal(String store) {
        return SampleJournals.unknownToX3(rules.of(store));
    }

    public List<PingCheck> shop(PingOutcome orders, PingOutcome refunds) {
        return bigCommerce.shop(orders, refunds);
    }

    public PingCheck hooks(HookCheck check) {
        return bigCommerce.hooks(check);
    }

    public PingCheck hooksUnknown(PingOutcome outcome) {
        return new PingCheck(BigCommercePing.WEBHOOKS, false, outcome.words());
    }

    public PingCheck reached(PingOutcome outcome) {
        return sageX3.reached(outcome);
    }

    /** Tells of X3's credentials and its endpoint, by what the look-up of {@link #journal} has found. */
    public void x3(AskedX3 asked, String store, FolderSettings folder, List<?> found) {
        asked.tell(sageX3.lookedUp(store, folder, journal(store).reference(), found.size()));
    }

    /** Likewise, if it failed. Where there is an entry, it isn't looked up after that. */
    public void x3Failed(AskedX3 asked, String store, PingOutcome lookUp) {
        asked.tell(sageX3.failed(store, lookUp));
        if (asked.getEntry() != null) {
            asked.tellOfEntry(EntryPing.failed(lookUp));
        }
    }

    /**
     * All checks in their order.
     *
     * @param asked what X3 has told in time
     * @param told by the other questions that were answered in time
     */
    public List<PingCheck> checks(AskedX3 asked, Object told) {
        Map<String, PingCheck> known = new LinkedHashMap<>();
        Stream.concat(asked.end().stream(), flat(told))
                .forEach(check -> known.put(check.name(), check.saying(words.kept(check.detail()))));
        return Stream.concat(
                        IN_ORDER.stream().map(name -> known.getOrDefault(name, new PingCheck(name, false, LATE))),
                        MORE.stream().flatMap(name -> Stream.ofNullable(known.get(name))))
                .toList();
    }

    private static Stream<PingCheck> flat(Object told) {
        if (told instanceof Collection<?> several) {
            return several.stream().map(Objects::requireNonNull).flatMap(Pings::flat);
        }
        return told instanceof PingCheck check ? Stream.of(check) : Stream.empty();
    }
}
