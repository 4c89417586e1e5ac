package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.duration;
import static io.ledgerbridge.settings.SettingKind.flag;
import static io.ledgerbridge.settings.SettingKind.number;
import static io.ledgerbridge.settings.SettingKind.plain;
import static io.ledgerbridge.settings.SettingKind.require;
import static io.ledgerbridge.settings.SettingKind.secret;
import static io.ledgerbridge.settings.SettingKind.size;
import static io.ledgerbridge.settings.SettingKind.text;
import static io.ledgerbridge.settings.SettingKind.word;

import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.work.DrainSettings;
import io.ledgerbridge.work.RetrySettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Reads all settings, and checks what no single one of them can tell. */
final class SettingsReader {

    /** How much longer than a call a lease holds, lest another worker send what this one is sending. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);

    private static final SettingKind<String> STORE_KEY = text(
            "(?!(bigcommerce|sage-?x3|journal|channels)$)[a-z0-9-]{1,20}",
            "a store key, of 1 to 20 characters of a-z, 0-9 and -, and no name of a part of a store");
    private static final SettingKind<String> USER_NAME =
            text("[^:\\s]{1,64}", "a name of at most 64 characters without blanks and colons");
    private static final SettingKind<EncryptionKey> ENCRYPTION_KEY = secret(
            "32 bytes in Base64, as openssl rand -base64 32 prints them, or a Tink JSON keyset",
            new EncryptionKey("A".repeat(43) + "="),
            EncryptionKey::new);
    /** Those of Spring Security's that need no further library and that it doesn't call broken. */
    private static final SettingKind<String> PASSWORD = secret(
            "a password after the name of its encoder: {bcrypt}, {pbkdf2@SpringSecurity_v5_8}, {pbkdf2}, {sha256}, {noop}",
            "",
            SettingKind.matching("\\{(bcrypt|pbkdf2@SpringSecurity_v5_8|pbkdf2|sha256|noop)}.+"));

    private static final SettingKind<String> OIDC_WORD = text(".{1,200}", "a text of at most 200 characters");

    private static final SettingKind<Double> MULTIPLIER =
            plain("a number from 1 to 100", 1.0, text -> require(Double.valueOf(text), n -> n >= 1 && n <= 100));

    private final SettingsGroup root;
    private final boolean sharedDatabase;
    private final Map<String, SettingsGroup> storeGroups;
    private final Map<String, StoreSettings> stores = new TreeMap<>();

    SettingsReader(SettingsGroup root, boolean sharedDatabase) {
        this.root = root;
        this.sharedDatabase = sharedDatabase;
        this.storeGroups = root.groups("stores", STORE_KEY);
        storeGroups.forEach((store, group) -> stores.put(store, StoreSettings.read(store, group)));
    }

    LedgerBridgeSettings read() {
        LedgerBridgeSettings settings = new LedgerBridgeSettings(
                root.get("encryption-key", ENCRYPTION_KEY).required(),
                drain(root.group("drain")),
                retry(root.group("retry")),
                sweep(root.group("sweep")),
                RetentionReader.read(root.group("retention")),
                hooks(root.group("hooks")),
                answers(root.group("limits")),
                FrontDoorSettings.read(root.group("front-door")),
                users(),
                oidc(root.group("oidc")),
                stores);
        checkPrefixes();
        return settings;
    }

    private DrainSettings drain(SettingsGroup drain) {
        Duration lease = drain.get("lease", duration()).or(Duration.ofMinutes(5));
        checkLease(drain, lease);
        return new DrainSettings(
                drain.get("interval", duration()).or(Duration.ofMillis(200)),
                drain.get("workers", number(1, 1000)).or(8),
                lease,
                drain.get("poison-after", number(2, 100)).or(3),
                stalledAfter(drain, lease));
    }

    /** A call may last as long as a lease, nearly. */
    private static Duration stalledAfter(SettingsGroup drain, Duration lease) {
        Duration least = lease.multipliedBy(2);
        Duration stalledAfter = drain.get("stalled-after", duration()).or(max(Duration.ofMinutes(15), least));
        if (stalledAfter.compareTo(least) < 0) {
            drain.refuse("stalled-after", "at least twice the lease");
        }
        return stalledAfter;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private void checkLease(SettingsGroup drain, Duration lease) {
        Duration call = stores.values().stream()
                .flatMap(store ->
                        List.of(store.shop().requestTimeout(), store.folder().requestTimeout()).stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (drain.isFaulty("lease") || lease.compareTo(call.plus(LEASE_MARGIN)) > 0) {
            return;
        }
        String what = "longer than the longest request-timeout, %d s, and 30 s".formatted(call.toSeconds());
        if (sharedDatabase) {
            drain.refuse("lease", what);
        } else {
            drain.warn("lease", "is not %s, which it must be where several processes share a database".formatted(what));
        }
    }

    private static RetrySettings retry(SettingsGroup retry) {
        Duration initialDelay = retry.get("initial-delay", duration()).or(Duration.ofSeconds(30));
        Duration maxDelay = retry.get("max-delay", duration()).or(Duration.ofHours(1));
        if (maxDelay.compareTo(initialDelay) < 0) {
            retry.refuse("max-delay", "at least as long as initial-delay");
        }
        return new RetrySettings(
                initialDelay,
                retry.get("multiplier", MULTIPLIER).or(2.0),
                maxDelay,
                retry.get("give-up-after", duration()).or(Duration.ofDays(2)));
    }

    private static SweepSettings sweep(SettingsGroup sweep) {
        return new SweepSettings(
                sweep.get("interval", duration()).or(Duration.ofMinutes(5)),
                sweep.get("overlap", duration()).or(Duration.ofMinutes(10)));
    }

    private static AnswerLimits answers(SettingsGroup limits) {
        return new AnswerLimits(
                limits.get("answer", size(64 * 1024, 64 * 1024 * 1024)).or(AnswerLimits.DEFAULT.bytes()));
    }

    private HookSettings hooks(SettingsGroup hooks) {
        boolean register = hooks.get("register", flag()).or(true);
        Setting<URI> publicUrl = root.url("public-url");
        if (register && !publicUrl.isThere() && !stores.isEmpty()) {
            root.warn("public-url", "is missing: without it no webhook can be registered and no store paired");
        }
        return new HookSettings(
                register, hooks.get("check-interval", duration()).or(Duration.ofMinutes(15)), publicUrl.orNull());
    }

    /** Without a word of its own, a role goes by its name. */
    private static OidcSettings oidc(SettingsGroup oidc) {
        Map<UserRole, Set<String>> words = new EnumMap<>(UserRole.class);
        for (UserRole role : UserRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            List<String> set = oidc.list(name, OIDC_WORD);
            words.put(role, set.isEmpty() ? Set.of(name) : Set.copyOf(set));
        }
        return new OidcSettings(oidc.get("claim", OIDC_WORD).or("roles"), words);
    }

    private List<User> users() {
        List<User> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SettingsGroup group : root.items("users")) {
            User user = new User(
                    group.get("name", USER_NAME).required(),
                    group.get("password", PASSWORD).required(),
                    group.get("role", word(UserRole.class)).required());
            if (!names.add(user.name())) {
                group.refuse("name", "different from that of the users before");
            }
            if (user.password().startsWith("{noop}")) {
                group.warn("password", "is not encoded");
            }
            users.add(user);
        }
        return users;
    }

    /** A reference is one X3 entry, for ever, in the whole of an X3 folder. */
    private void checkPrefixes() {
        Map<String, String> owners = new HashMap<>();
        stores.forEach((store, settings) -> {
            SettingsGroup journal = group(store).group("journal");
            SettingsGroup folder = group(store).group("sage-x3");
            if (journal.isFaulty("prefix") || folder.isFaulty("url") || folder.isFaulty("endpoint")) {
                return;
            }
            String prefix = settings.rules().journal().prefix();
            String owner = owners.putIfAbsent(settings.folder().folder() + " " + prefix, store);
            if (owner != null) {
                journal.refuse(
                        "prefix",
                        "different from that of store %s, which posts to the same X3 folder".formatted(owner));
            }
        });
    }

    private SettingsGroup group(String store) {
        return Objects.requireNonNull(storeGroups.get(store));
    }
}
