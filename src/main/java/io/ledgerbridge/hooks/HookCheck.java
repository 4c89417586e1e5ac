package io.ledgerbridge.hooks;

import io.ledgerbridge.bigcommerce.Hook;
import io.ledgerbridge.bigcommerce.ShopJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One look at a store's webhooks, and the pages of them that were read so far.
 *
 * @param mends whether what is missing or switched off may be mended; else it is a look and no more
 * @param page the next page, from 1
 */
public record HookCheck(String store, boolean mends, List<Hook> hooks, int page, boolean incomplete) {

    private static final int LIMIT = 250;

    /** Many times what BigCommerce allows for our scopes. */
    private static final int MOST = 10_000;

    public HookCheck {
        hooks = List.copyOf(hooks);
    }

    public static HookCheck of(String store, boolean mends) {
        return new HookCheck(store, mends, List.of(), 1, true);
    }

    /** Its next page. */
    public String resource() {
        return "v3/hooks?page=%d&limit=%d".formatted(page, LIMIT);
    }

    /** After one more page; one with nothing new is the last. */
    public HookCheck with(List<Hook> read) {
        List<Hook> all = new ArrayList<>(hooks);
        Set<Long> known = hooks.stream().map(Hook::id).collect(Collectors.toSet());
        read.stream().filter(hook -> known.add(hook.id())).forEach(all::add);
        if (all.size() > MOST) {
            throw ShopJson.unreadable("there are more than %d webhooks".formatted(MOST), null);
        }
        return new HookCheck(store, mends, all, page + 1, all.size() > hooks.size());
    }
}
