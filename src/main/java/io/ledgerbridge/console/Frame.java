package io.ledgerbridge.console;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param path of the page
 * @param here the page's whole address on this server
 * @param setUp the stores that are set up
 * @param gone those that have orders and are set up no more
 * @param months to choose from, the newest first
 * @param needYou how many orders and deliveries wait for a person
 * @param banners what stops posting
 * @param user who has logged in
 */
public record Frame(
        String path,
        String here,
        List<String> setUp,
        List<String> gone,
        List<YearMonth> months,
        Chosen chosen,
        long needYou,
        List<Banner> banners,
        String user) {

    /** The pages, in the order in which they stand, by the keys of their names. */
    public static final List<Tab> TABS = List.of(
            new Tab("home", "/"),
            new Tab("orders", "/orders"),
            new Tab("needs-you", "/needs-you"),
            new Tab("reconciliation", "/reconciliation"),
            new Tab("close", "/close"),
            new Tab("mapping", "/mapping"),
            new Tab("backfill", "/backfill"),
            new Tab("connections", "/connections"),
            new Tab("audit", "/audit"));

    /** One of them. */
    public record Tab(String name, String path) {}

    public List<Tab> tabs() {
        return TABS;
    }

    /** Whether a page is this one, or the one that it belongs to. */
    public boolean isAt(Tab tab) {
        return path.equals(tab.path()) || (!tab.path().equals("/") && path.startsWith(tab.path() + "/"));
    }

    /** The stores to choose from. */
    public List<String> stores() {
        return Stream.concat(setUp.stream(), gone.stream()).toList();
    }

    /** The address of an order's page: its frame stays about the same, and it leads back here where this is a list. */
    public String order(String store, long order) {
        return Back.to(here).order(chosen, store, order);
    }

    /** Whether anything can be read or posted for a store. */
    public boolean isSetUp(String store) {
        return setUp.contains(store);
    }

    /** The store that is chosen, or the only one there is; null where a page is about several. */
    public @Nullable String store() {
        List<String> all = stores();
        return chosen.store() == null && all.size() == 1 ? all.get(0) : chosen.store();
    }

    /** What keeps a store's orders from being worked, the first of several; null where nothing does. */
    public @Nullable Banner stop(String store) {
        return banners.stream()
                .filter(banner -> banner.store().equals(store))
                .findFirst()
                .orElse(null);
    }

    /** Of those that a page is about the ones that are set up. */
    public List<String> working() {
        return setUp.stream()
                .filter(store -> chosen.store() == null || store.equals(chosen.store()))
                .toList();
    }
}
