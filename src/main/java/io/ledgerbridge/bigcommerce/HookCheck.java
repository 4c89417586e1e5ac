package io.ledgerbridge.bigcommerce;

import java.util.ArrayList;
import java.util.List;

/**
 * One look at a store's webhooks, and the pages of them that were read so far.
 *
 * @param mends whether what is missing or switched off may be mended; else it is a look and no more
 * @param page the next page, from 1
 */
public record HookCheck(String store, boolean mends, List<Hook> hooks, int page, boolean incomplete) {

    private static final int LIMIT = 250;

    public HookCheck {
        hooks = List.copyOf(hooks);
    }

    static HookCheck of(String store, boolean mends) {
        return new HookCheck(store, mends, List.of(), 1, true);
    }

    /** Its next page. */
    public String resource() {
        return "v3/hooks?page=%d&limit=%d".formatted(page, LIMIT);
    }

    /** After one more page; one with nothing new is the last. */
    HookCheck with(List<Hook> read) {
        List<Hook> all = new ArrayList<>(hooks);
        read.stream()
                .filter(hook -> hooks.stream().noneMatch(known -> known.id() == hook.id()))
                .forEach(all::add);
        return new HookCheck(store, mends, all, page + 1, all.size() > hooks.size());
    }
}
