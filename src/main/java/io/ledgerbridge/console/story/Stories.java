package io.ledgerbridge.console.story;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.api.OrdersApi;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.console.entries.Entries;
import io.ledgerbridge.console.needsyou.decisions.WaitingApprovals;
import io.ledgerbridge.console.story.timeline.Timelines;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the page of an order shows. */
@Component
class Stories {

    private final OrdersApi orders;
    private final Books books;
    private final Entries entries;
    private final ShopFigures figures;
    private final ShopByRoles byRoles;
    private final Timelines timelines;
    private final Approvals approvals;
    private final WaitingApprovals waiting;
    private final ChannelNames channels;
    private final ShopLinks links;

    Stories(
            OrdersApi orders,
            Books books,
            Entries entries,
            ShopFigures figures,
            ShopByRoles byRoles,
            Timelines timelines,
            Approvals approvals,
            WaitingApprovals waiting,
            ChannelNames channels,
            ShopLinks links) {
        this.orders = orders;
        this.books = books;
        this.entries = entries;
        this.figures = figures;
        this.byRoles = byRoles;
        this.timelines = timelines;
        this.approvals = approvals;
        this.waiting = waiting;
        this.channels = channels;
        this.links = links;
    }

    /**
     * Tells an order's story.
     *
     * @throws org.springframework.web.server.ResponseStatusException 404 where nobody has heard of the order
     */
    Story of(String store, long id) {
        // first, so that whatever comes while the rest is read is newer than the page
        int newest = timelines.newest(store, id);
        OrdersApi.OrderView order = orders.order(store, id);
        List<Journal> journals = books.journalsOf(store, id);
        return new Story(
                order,
                channels.of(store, order.channel()),
                figures.of(store, id, order.state(), journals),
                entries.of(store, id, journals),
                byRoles.of(store, id, journals),
                timelines.of(order, newest),
                approvals.waiting(store, id).stream().map(ApprovalView::of).toList(),
                waiting.replays(store, id),
                channels.tenders(store, order.channel()),
                links.of(store, id).orElse(null),
                newest,
                timelines.before(newest));
    }
}
