package io.ledgerbridge.hooks;

import io.ledgerbridge.bigcommerce.ShopReplies;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.faults.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to it that BigCommerce's events reach us: when each store's webhooks are looked at, and what is to be mended. */
@Component
public class Hooks {

    private static final String LOOK = "webhooks";
    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final HookStates states;
    private final HookPlans plans;
    private final HookTimes times;
    private final DeliveryFailures failures;
    private final Shops shops;
    private final HookSettings settings;
    private final MendingLocks mending;
    private final ShopReplies replies;
    private final ShopTroubles troubles;
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
        this.mending = new MendingLocks(locks, settings.longestMending());
        this.replies = replies;
        this.troubles = troubles;
        this.states = new HookStates(troubles);
        this.plans = new HookPlans(shops, settings.publicUrl());
        this.times = new HookTimes(settings.checkInterval(), clock);
        this.failures = new DeliveryFailures(meters);
        this.clock = clock;
    }

    /** How a store's webhooks stood at the last look; nothing before the first. */
    public Optional<HookState> state(String store) {
        return states.of(store);
    }

    /** The stores whose webhooks are to be looked at now. */
    public List<String> due() {
        return times.due(shops.all().keySet());
    }

    /** Begins a look; it mends where that is wanted, and where no other process is about to. */
    public HookCheck begin(String store) {
        times.begun(store);
        return HookCheck.of(store, settings.register() && settings.publicUrl() != null && mending.take(store));
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
        HookPlan plan = plans.of(check.store());
        troubles.passed(check.store(), LOOK);
        if (plan == null) {
            times.looked(check.store());
            return List.of();
        }
        states.note(check, plan, stand(check));
        List<HookChange> changes = plan.changes(check.hooks());
        if (changes.isEmpty() || check.mends() || !settings.register()) {
            times.looked(check.store());
        }
        return check.mends() ? changes : List.of();
    }

    /** Begins a look that mends nothing, and leaves the others their time. */
    public HookCheck look(String store) {
        return HookCheck.of(store, false);
    }

    /** How a store's webhooks stand by a look; without a public URL none of them is ours. */
    public HookState stand(HookCheck look) {
        return plans.stand(look, clock.instant());
    }

    /** BigCommerce has taken a change. */
    public void mended(String store, HookChange change) {
        LOG.info("Store {}: BigCommerce sends {} to us from now on", store, change.scope());
        mending.prolong(store);
        states.mended(store, change);
    }

    /** BigCommerce could not deliver: it may have switched a webhook off, so they are looked at. */
    public void undelivered(String store, WebhookEvent.Undelivered event) {
        failures.note(store, event);
        times.lookNow(store);
    }
}
