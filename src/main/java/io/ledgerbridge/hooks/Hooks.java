package io.ledgerbridge.hooks;

import io.ledgerbridge.bigcommerce.ShopReplies;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.faults.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to it that BigCommerce's events reach us: when each store's webhooks are looked at, and what is to be mended. */
@Component
public class Hooks {

    /** After a look that did not get through. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** It will try again; it gave up; it has blocked our domain. */
    private static final Set<Long> UNDELIVERED = Set.of(90_001L, 90_002L, 90_003L);

    private static final String LOOK = "webhooks";
    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final Map<String, Instant> next = new ConcurrentHashMap<>();
    private final Map<String, HookState> states = new ConcurrentHashMap<>();
    private final Shops shops;
    private final HookSettings settings;
    private final TimedLocks locks;
    private final ShopReplies replies;
    private final ShopTroubles troubles;
    private final MeterRegistry meters;
    private final Clock clock;

    Hooks(
            Shops shops,
            HookSettings settings,
            TimedLocks locks,
            ShopReplies replies,
            ShopTroubles troubles,
            MeterRegistry meters,
            Clock clock) {
        this.shops = shops;
        this.settings = settings;
        this.locks = locks;
        this.replies = replies;
        this.troubles = troubles;
        this.meters = meters;
        this.clock = clock;
    }

    /** Two processes that mend a store's webhooks at once would register each of them twice. */
    private static String lock(String store) {
        return "hooks of " + store;
    }

    /** How a store's webhooks stood at the last look; nothing before the first. */
    public Optional<HookState> state(String store) {
        return Optional.ofNullable(states.get(store));
    }

    /** The stores whose webhooks are to be looked at now. */
    public List<String> due() {
        Instant now = clock.instant();
        return shops.all().keySet().stream()
                .filter(store -> !now.isBefore(next.getOrDefault(store, Instant.MIN)))
                .toList();
    }

    /** Begins a look; it mends where that is wanted, and where no other process is about to. */
    public HookCheck begin(String store) {
        lookAgainIn(store, settings.checkInterval().compareTo(SOON) < 0 ? settings.checkInterval() : SOON);
        return HookCheck.of(
                store,
                settings.register()
                        && settings.publicUrl() != null
                        && locks.take(lock(store), settings.longestMending()));
    }

    /**
     * The look with one more page.
     *
     * @throws Fault where the text is no list of webhooks
     */
    public HookCheck withPage(HookCheck check, String text) {
        return check.with(replies.hooks(text));
    }

    /** Ends a look: what is to be done now. */
    public List<HookChange> changes(HookCheck check) {
        HookPlan plan = plan(check.store());
        troubles.passed(check.store(), LOOK);
        if (plan == null) {
            lookAgainIn(check.store(), settings.checkInterval());
            return List.of();
        }
        note(check, plan);
        List<HookChange> changes = HookPlan.SCOPES.stream()
                .flatMap(scope -> plan.change(scope, check.hooks()).stream())
                .toList();
        if (changes.isEmpty() || check.mends() || !settings.register()) {
            lookAgainIn(check.store(), settings.checkInterval());
        }
        return check.mends() ? changes : List.of();
    }

    /** Begins a look that mends nothing, and leaves the others their time. */
    public HookCheck look(String store) {
        return HookCheck.of(store, false);
    }

    /** How a store's webhooks stand by a look; without a public URL none of them is ours. */
    public HookState stand(HookCheck look) {
        HookPlan plan = plan(look.store());
        Map<Boolean, List<String>> scopes = HookPlan.SCOPES.stream()
                .collect(Collectors.partitioningBy(scope -> plan != null && plan.isActive(scope, look.hooks())));
        return new HookState(
                clock.instant(), scopes.getOrDefault(true, List.of()), scopes.getOrDefault(false, List.of()));
    }

    /** BigCommerce has taken a change. */
    public void mended(String store, HookChange change) {
        LOG.info("Store {}: BigCommerce sends {} to us from now on", store, change.scope());
        locks.prolong(lock(store), settings.longestMending());
        troubles.passed(store, change.task());
        states.computeIfPresent(
                store,
                (key, state) -> new HookState(
                        state.checkedAt(),
                        Stream.concat(state.active().stream(), Stream.of(change.scope()))
                                .toList(),
                        state.lacking().stream()
                                .filter(scope -> !scope.equals(change.scope()))
                                .toList()));
    }

    /** BigCommerce could not deliver: it may have switched a webhook off, so they are looked at. */
    public void undelivered(String store, WebhookEvent.Undelivered event) {
        LOG.warn("Store {}: BigCommerce could not deliver ({}): {}", store, event.code(), event.message());
        meters.counter("ledger.bridge.webhooks.undelivered", "store", store, "code", known(event.code()))
                .increment();
        next.put(store, clock.instant());
    }

    /** A series each for the codes that BigCommerce has: another's number must not make one. */
    private static String known(long code) {
        return UNDELIVERED.contains(code) ? Long.toString(code) : "other";
    }

    static String task(String scope) {
        return "webhook for " + scope;
    }

    private void note(HookCheck check, HookPlan plan) {
        HookState state = stand(check);
        states.put(check.store(), state);
        state.active().forEach(scope -> troubles.passed(check.store(), task(scope)));
        state.lacking().stream()
                .filter(scope -> plan.isFull(scope, check.hooks()))
                .forEach(scope -> troubles.failed(
                        check.store(),
                        task(scope),
                        Fault.passing("BigCommerce takes no more webhooks of this scope", null)));
    }

    private @Nullable HookPlan plan(String store) {
        URI publicUrl = settings.publicUrl();
        if (publicUrl == null) {
            return null;
        }
        ShopSettings shop = shops.of(store);
        ShopSettings.SharedHeader header =
                shop.signature().contains(SignatureScheme.SHARED_HEADER) ? shop.sharedHeader() : null;
        return new HookPlan(
                HookDestination.of(publicUrl, store, shops.all().keySet()),
                header == null ? Map.of() : Map.of(header.name(), header.value()));
    }

    private void lookAgainIn(String store, Duration duration) {
        next.put(store, clock.instant().plus(duration));
    }
}
