package io.ledgerbridge.console.orders;

import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderRow;
import io.ledgerbridge.orders.TooManyMatches;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Goes to the order that a number, a reference, an X3 number or an amount belongs to, or to the list of those. */
@Controller
class SearchPage {

    private final OrderList orders;

    SearchPage(OrderList orders) {
        this.orders = orders;
    }

    @GetMapping("/search")
    RedirectView find(@RequestParam(defaultValue = "") String q, @ModelAttribute("chosen") Chosen chosen) {
        String text = q.strip();
        List<OrderRow> found = text.isEmpty() ? List.of() : firstTwo(text);
        if (found.size() == 1) {
            OrderRow one = found.get(0);
            return new RedirectView(chosen.at("/orders/%s/%d".formatted(one.store(), one.order())));
        }
        return new RedirectView(UriComponentsBuilder.fromPath("/orders")
                .queryParam("month", "all")
                .queryParam("text", "{text}")
                .encode()
                .buildAndExpand(text)
                .toUriString());
    }

    /** What is the beginning of too much is told by the list. */
    private List<OrderRow> firstTwo(String text) {
        try {
            return orders.after(orders.select(OrderFilter.ofText(text)), null, 2);
        } catch (TooManyMatches tooMany) {
            return List.of();
        }
    }
}
