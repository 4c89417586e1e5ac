package io.ledgerbridge.console.connections;

import io.ledgerbridge.health.StoreConnection;
import io.ledgerbridge.health.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what isn't as it should be at a store, what stops its orders first. */
final class Troubles {

    private Troubles() {}

    static List<Trouble> of(StoreView view, ShopSide shop, X3Side x3) {
        List<Trouble> all = new ArrayList<>();
        paused(all, view);
        view.connections().forEach((side, how) -> side(all, view.store(), side, how));
        view.unreadableCredentials().forEach(name -> all.add(new Trouble("credential", view.store(), null, name)));
        if (view.books().state().equals("behind")) {
            all.add(new Trouble(
                    "books",
                    view.store(),
                    view.books().since(),
                    text(view.books().detail())));
        }
        if (shop.hooks() != null && !shop.hooks().lacking().isEmpty()) {
            all.add(new Trouble(
                    "hooks", view.store(), null, String.join(", ", shop.hooks().lacking())));
        }
        if (x3.pairing() != null && x3.pairing().state().equals("ends-soon")) {
            all.add(new Trouble("pairing-ends", view.store(), x3.pairing().ends(), ""));
        }
        view.tasks().forEach(task -> all.add(new Trouble("task", view.store(), task.since(), task.task())));
        return all;
    }

    private static void paused(List<Trouble> all, StoreView view) {
        StoreView.Paused paused = view.paused();
        if (paused != null) {
            all.add(new Trouble("paused", view.store(), paused.since(), paused.by()));
        }
    }

    private static void side(List<Trouble> all, String store, String side, StoreConnection how) {
        if (!how.state().equals("ok")) {
            String what = how.state().equals("needs-pairing") ? "pairing" : how.failures() == 0 ? side + ".wait" : side;
            all.add(new Trouble(what, store, how.since(), text(how.detail())));
        }
    }

    private static String text(@Nullable String detail) {
        return Objects.requireNonNullElse(detail, "");
    }
}
