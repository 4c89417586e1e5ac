package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import java.util.ArrayList;
import java.util.List;

/** An order as it is read, again and again, with what is posted for it. */
final class WorkedLife {

    final Bookkeeping books;
    final List<Plan> plans = new ArrayList<>();
    private Shop latest = new Shop();

    WorkedLife(Settings settings) {
        this.books = new Bookkeeping(settings);
    }

    WorkedLife read(Shop shop) {
        latest = shop;
        plans.add(books.work(shop));
        return this;
    }

    WorkedLife told(OrderEvent event) {
        books.told(event);
        return this;
    }

    /** As it was read last. */
    Shop latest() {
        return latest;
    }

    Plan lastPlan() {
        return plans.get(plans.size() - 1);
    }

    List<String> entries() {
        return books.journals.stream()
                .map(journal -> Bookkeeping.shown(journal.draft()))
                .toList();
    }

    /** For each purpose, also where it comes to zero. */
    List<String> left() {
        return books.byPurpose().entrySet().stream()
                .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                .toList();
    }
}
