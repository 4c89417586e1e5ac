package io.ledgerbridge.operations;

import io.ledgerbridge.hooks.HookCheck;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.hooks.Hooks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a ping says of BigCommerce: its token, the token's scopes, and our webhooks. */
@Component
class BigCommercePing {

    static final String TOKEN = "bigcommerce-token";
    static final String SCOPES = "bigcommerce-scopes";
    static final String WEBHOOKS = "bigcommerce-webhooks";

    private final Hooks hooks;
    private final HookSettings settings;

    BigCommercePing(Hooks hooks, HookSettings settings) {
        this.hooks = hooks;
        this.settings = settings;
    }

    /** The token and its scopes, from what came of reading orders and refunds. */
    List<PingCheck> shop(PingOutcome orders, PingOutcome refunds) {
        boolean known = Stream.of(orders, refunds).anyMatch(each -> each.isGood() || each.isForbidden());
        boolean all = orders.isGood() && refunds.isGood();
        String refused = orders.isGood() ? refunds.words() : orders.words();
        return List.of(
                new PingCheck(TOKEN, known, known ? "BigCommerce takes the token" : refused),
                new PingCheck(SCOPES, all, all ? "orders and refunds can be read" : refused));
    }

    /** Whether BigCommerce sends us every event that we need, and all webhooks that the token can see. */
    PingCheck hooks(HookCheck check) {
        String listed = listed(check);
        if (settings.publicUrl() == null) {
            return new PingCheck(
                    WEBHOOKS,
                    false,
                    "ledger-bridge.public-url is not set, so where they should go isn't known; " + listed);
        }
        List<String> lacking = hooks.stand(check).lacking();
        return new PingCheck(
                WEBHOOKS,
                lacking.isEmpty(),
                lacking.isEmpty() ? listed : "not active: %s; %s".formatted(String.join(", ", lacking), listed));
    }

    private static String listed(HookCheck check) {
        List<String> all = check.hooks().stream()
                .map(hook -> "%s to %s, %s"
                        .formatted(hook.scope(), hook.destination(), hook.active() ? "active" : "switched off"))
                .toList();
        return all.isEmpty() ? "BigCommerce has none" : "BigCommerce has " + String.join("; ", all);
    }
}
