package io.ledgerbridge.settings;

import io.ledgerbridge.sagex3.templates.TemplateFolder;
import io.ledgerbridge.settings.binding.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** Checks what no single setting can tell. */
final class SettingsChecks {

    private static final DataSize SMALLEST_ANSWER = DataSize.ofKilobytes(64);
    private static final DataSize LARGEST_ANSWER = DataSize.ofMegabytes(64);

    private static final String ROOT = "ledger-bridge.";

    private final LedgerBridgeProperties settings;
    private final Findings findings;

    SettingsChecks(LedgerBridgeProperties settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    /**
     * Notes what is wrong, and makes of the settings what the program goes by. With a fault, it isn't whole.
     *
     * @param sharedDatabase whether several processes may share the database
     */
    LedgerBridgeSettings check(boolean sharedDatabase) {
        Map<String, TemplateFolder> templates = new HashMap<>();
        settings.stores()
                .forEach((store, each) -> templates.put(store, new StoreChecks(store, each, findings).check()));
        new LeaseCheck(settings, findings).check(sharedDatabase);
        checkNumbers();
        checkUsers();
        checkPrefixes();
        warnWithoutPublicUrl();
        return settings.settings(templates);
    }

    private void checkNumbers() {
        if (settings.drain().stalledAfter().compareTo(settings.drain().lease().multipliedBy(2)) < 0) {
            findings.refuse(ROOT + "drain.stalled-after", "at least twice the lease");
        }
        long answer = settings.limits().answer().toBytes();
        if (answer < SMALLEST_ANSWER.toBytes() || answer > LARGEST_ANSWER.toBytes()) {
            findings.refuse(ROOT + "limits.answer", "a size from 64KB to 64MB");
        }
        if (settings.retry().maxDelay().compareTo(settings.retry().initialDelay()) < 0) {
            findings.refuse(ROOT + "retry.max-delay", "at least as long as initial-delay");
        }
    }

    private void checkUsers() {
        Set<String> names = new HashSet<>();
        settings.users().forEach((place, user) -> {
            String name = ROOT + "users[" + place + "].";
            if (user.name() != null && !names.add(user.name())) {
                findings.refuse(name + "name", "different from that of the users before");
            }
            if (user.password() != null && user.password().startsWith("{noop}")) {
                findings.warn(name + "password", "is not encoded");
            }
        });
    }

    /** A reference is one X3 entry, for ever, in the whole of an X3 folder. */
    private void checkPrefixes() {
        Map<String, String> owners = new HashMap<>();
        settings.stores().forEach((store, each) -> {
            String name = ROOT + "stores." + store;
            if (findings.isFaulty(name + ".sage-x3.url") || findings.isFaulty(name + ".sage-x3.endpoint")) {
                return;
            }
            String folder = each.sageX3().settings(each.journal()).folder();
            String owner = owners.putIfAbsent(folder + " " + each.journal().prefix(), store);
            if (owner != null) {
                findings.refuse(
                        name + ".journal.prefix",
                        "different from that of store %s, which posts to the same X3 folder".formatted(owner));
            }
        });
    }

    private void warnWithoutPublicUrl() {
        if (!settings.stores().isEmpty() && settings.hooks().register() && settings.publicUrl() == null) {
            findings.warn(
                    ROOT + "public-url", "is missing: without it no webhook can be registered and no store paired");
        }
    }
}
