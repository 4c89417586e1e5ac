package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.hooks.HookCheck;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.hooks.Hooks;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.posting.rules.SampleJournals;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.Login;
import io.ledgerbridge.sagex3.login.Logins;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what the questions of route ping-store came to, as checks in the order in which one builds on the other. */
@Component
public class Pings {

    private static final String TOKEN = "bigcommerce-token";
    private static final String SCOPES = "bigcommerce-scopes";
    private static final String WEBHOOKS = "bigcommerce-webhooks";
    private static final String REACHED = "sage-x3-reached";
    private static final String CREDENTIALS = "sage-x3-credentials";
    private static final String ENDPOINT = "sage-x3-endpoint";
    private static final String TASKS = "tasks";
    private static final List<String> IN_ORDER = List.of(TOKEN, SCOPES, WEBHOOKS, REACHED, CREDENTIALS, ENDPOINT);

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    private final Hooks hooks;
    private final HookSettings hookSettings;
    private final Rules rules;
    private final Folders folders;
    private final Logins logins;
    private final Words words;
    private final Clock clock;

    Pings(
            Hooks hooks,
            HookSettings hookSettings,
            Rules rules,
            Folders folders,
            Logins logins,
            Words words,
            Clock clock) {
        this.words = words;
        this.hooks = hooks;
        this.hookSettings = hookSettings;
        this.rules = rules;
        this.folders = folders;
        this.logins = logins;
        this.clock = clock;
    }

    /** The answer is as it should be. */
    public PingOutcome answered(int status) {
        return new PingOutcome(status, null);
    }

    /** It isn't, or there is none. */
    public PingOutcome failed(@Nullable Integer status, Throwable failure) {
        return new PingOutcome(status, failure);
    }

    /** A journal under a reference that no order can have, for a look-up that finds nothing. */
    public Journal journal(String store) {
        return SampleJournals.unknownToX3(rules.of(store));
    }

    /** BigCommerce's token and its scopes, from what came of reading orders and refunds. */
    public List<PingCheck> shop(PingOutcome orders, PingOutcome refunds) {
        boolean known = List.of(orders, refunds).stream().anyMatch(each -> each.isGood() || is(each, FORBIDDEN));
        boolean all = orders.isGood() && refunds.isGood();
        String refused = orders.isGood() ? refunds.words() : orders.words();
        return List.of(
                new PingCheck(TOKEN, known, known ? "BigCommerce takes the token" : refused),
                new PingCheck(SCOPES, all, all ? "orders and refunds can be read" : refused));
    }

    /** Whether BigCommerce sends us every event that we need, and all webhooks that the token can see. */
    public PingCheck hooks(HookCheck look) {
        List<String> all = look.hooks().stream()
                .map(hook -> "%s to %s, %s"
                        .formatted(hook.scope(), hook.destination(), hook.active() ? "active" : "switched off"))
                .toList();
        String listed = all.isEmpty() ? "BigCommerce has none" : "BigCommerce has " + String.join("; ", all);
        if (hookSettings.publicUrl() == null) {
            return new PingCheck(
                    WEBHOOKS,
                    false,
                    "ledger-bridge.public-url is not set, so where they should go isn't known; " + listed);
        }
        List<String> lacking = hooks.stand(look).lacking();
        return new PingCheck(
                WEBHOOKS,
                lacking.isEmpty(),
                lacking.isEmpty() ? listed : "not active: %s; %s".formatted(String.join(", ", lacking), listed));
    }

    public PingCheck hooksUnknown(PingOutcome outcome) {
        return new PingCheck(WEBHOOKS, false, outcome.words());
    }

    /** Whether anything at X3's address answers, whatever it answers. */
    public PingCheck reached(PingOutcome outcome) {
        return new PingCheck(
                REACHED,
                outcome.isGood(),
                outcome.isGood() ? "it answers with HTTP " + outcome.status() : outcome.words());
    }

    /**
     * X3's credentials and its endpoint, where it has looked for a journal that isn't there.
     *
     * @param found none, unless X3 passes over the look-up's condition
     */
    public List<PingCheck> x3(String store, FolderSettings folder, List<?> found) {
        PingCheck credentials =
                new PingCheck(CREDENTIALS, true, "Sage X3 takes them (%s)%s".formatted(way(store), endsSoon(store)));
        return List.of(
                credentials,
                found.isEmpty()
                        ? new PingCheck(ENDPOINT, true, folder.endpoint() + " has looked for a journal")
                        : new PingCheck(
                                ENDPOINT,
                                false,
                                "%s has found %d under reference %s, which no order has: the look-up's template gives no condition, or X3 passes it over"
                                        .formatted(
                                                folder.endpoint(),
                                                found.size(),
                                                journal(store).reference())));
    }

    /** Likewise, where it hasn't. */
    public List<PingCheck> x3Failed(String store, PingOutcome lookUp) {
        if (isAboutCredentials(lookUp)) {
            return List.of(
                    new PingCheck(CREDENTIALS, false, lookUp.words()),
                    new PingCheck(ENDPOINT, false, "not known while the credentials are refused"));
        }
        return List.of(notRefused(store, lookUp), new PingCheck(ENDPOINT, false, lookUp.words()));
    }

    private static boolean isAboutCredentials(PingOutcome lookUp) {
        return is(lookUp, UNAUTHORISED) || is(lookUp, FORBIDDEN) || lookUp.fault() instanceof CredentialsFault;
    }

    /** An X3 that fails says nothing of the credentials; one that nobody has asked, still less. */
    private PingCheck notRefused(String store, PingOutcome lookUp) {
        if (lookUp.fault() instanceof NeedsPersonFault) {
            return new PingCheck(CREDENTIALS, true, "Sage X3 takes them (%s)".formatted(way(store)));
        }
        return lookUp.status() == null
                ? new PingCheck(CREDENTIALS, false, "not known: " + lookUp.words())
                : new PingCheck(
                        CREDENTIALS,
                        true,
                        "Sage X3 didn't refuse them (%s), but answered nothing that shows that it takes them"
                                .formatted(way(store)));
    }

    /** A check more where some of this process's own tasks keep failing: sweeps, looks at the webhooks, backfills. */
    public static List<PingCheck> tasks(List<FailingTask> failing) {
        String each = failing.stream()
                .map(task -> "%s has failed %d times since %s: %s"
                        .formatted(task.task(), task.failures(), task.since(), task.words()))
                .collect(Collectors.joining("; "));
        return failing.isEmpty() ? List.of() : List.of(new PingCheck(TASKS, false, each));
    }

    /**
     * All checks in their order.
     *
     * @param told by those questions that were answered in time
     */
    public List<PingCheck> checks(Object told) {
        Map<String, PingCheck> known = new LinkedHashMap<>();
        flat(told).forEach(check -> known.put(check.name(), check.saying(words.kept(check.detail()))));
        return IN_ORDER.stream()
                .map(name -> known.getOrDefault(name, new PingCheck(name, false, "no answer in time")))
                .toList();
    }

    private static List<PingCheck> flat(Object told) {
        List<PingCheck> checks = new ArrayList<>();
        if (told instanceof PingCheck check) {
            checks.add(check);
        } else if (told instanceof Collection<?> several) {
            several.forEach(each -> checks.addAll(flat(Objects.requireNonNull(each))));
        }
        return checks;
    }

    private static boolean is(PingOutcome outcome, int status) {
        return Objects.equals(outcome.status(), status);
    }

    private String way(String store) {
        return folders.of(store).auth().type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String endsSoon(String store) {
        return logins.find(store)
                .filter(login -> login.endsSoon(clock.instant()))
                .map(Login::refreshTokenEndsAt)
                .map(end -> "; the refresh token ends at %s: pair the store again".formatted(end))
                .orElse("");
    }
}
