package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.credentials.Credentials;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The stored secrets that the encryption key can't read. They are decrypted only when one has changed since the last check. */
@Component
public class UnreadableCredentials {

    private final Shops shops;
    private final Credentials credentials;
    private volatile Check last = new Check("", Map.of());

    UnreadableCredentials(Shops shops, Credentials credentials) {
        this.shops = shops;
        this.credentials = credentials;
    }

    private record Check(String version, Map<String, List<String>> unreadable) {}

    /** Their names, by store; those of a store that is no longer set up are of no use to anybody. */
    public Map<String, List<String>> byStore() {
        String version = credentials.version();
        if (!version.equals(last.version)) {
            Map<String, List<String>> unreadable = new TreeMap<>(credentials.unreadable());
            unreadable.keySet().retainAll(shops.all().keySet());
            last = new Check(version, unreadable);
        }
        return last.unreadable;
    }
}
