package io.ledgerbridge.hooks;

import io.ledgerbridge.bigcommerce.Hook;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where a store's webhooks go.
 *
 * @param address exactly as we register it
 * @param stores the keys of all stores: what goes to one of the others is that store's
 */
record HookDestination(String address, Set<String> stores) {

    private static final String PATH = "/webhooks/bigcommerce/";

    static HookDestination of(URI publicUrl, String store, Set<String> stores) {
        return new HookDestination(publicUrl + PATH + store, stores);
    }

    /** Whether a webhook goes there. */
    boolean takes(Hook hook) {
        return normal(hook.destination()).equals(normal(address));
    }

    /** Whether a webhook goes to a place of ours where nobody takes it, such as that of a store whose key has changed. */
    boolean isMissedBy(Hook hook) {
        String ours = normal(address.substring(0, address.indexOf(PATH) + PATH.length()));
        String its = normal(hook.destination());
        return its.startsWith(ours) && !stores.contains(its.substring(ours.length()));
    }

    private static String normal(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return address;
            }
            String origin = (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT);
            boolean usual = uri.getPort() < 0 || uri.getPort() == (origin.startsWith("https:") ? 443 : 80);
            return origin + (usual ? "" : ":" + uri.getPort()) + uri.getRawPath();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
