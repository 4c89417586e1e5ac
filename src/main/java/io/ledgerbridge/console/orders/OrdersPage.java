package io.ledgerbridge.console.orders;

import io.ledgerbridge.api.orders.OrderListApi;
import io.ledgerbridge.api.orders.OrderParameters;
import io.ledgerbridge.api.tables.Tables;
import io.ledgerbridge.console.Attached;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Frame;
import io.ledgerbridge.notes.Tags;
import io.ledgerbridge.orders.OrderPage;
import io.ledgerbridge.orders.TooManyMatches;
import io.ledgerbridge.orders.overview.StandingPage;
import io.ledgerbridge.orders.overview.StandingPages;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.rules.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Orders, fifty a page, and what all that are looked for come to. */
@Controller
@RequestMapping("/orders")
class OrdersPage {

    private static final int SIZE = 50;

    private static final Pattern ORDER = Pattern.compile("[1-9][0-9]{0,9}");

    private static final List<String> FLAGS = Arrays.stream(OrderFlag.Kind.values())
            .map(kind -> new OrderFlag(kind, "").code())
            .toList();

    private final StandingPages orders;
    private final OrderListApi api;
    private final Rules rules;
    private final Tags tags;

    OrdersPage(StandingPages orders, OrderListApi api, Rules rules, Tags tags) {
        this.tags = tags;
        this.rules = rules;
        this.orders = orders;
        this.api = api;
    }

    /** What the address asks for, of the month that is chosen unless it names days itself. */
    @ModelAttribute("asked")
    OrderParameters asked(OrderParameters parameters, @ModelAttribute("chosen") Chosen chosen) {
        boolean days = parameters.from() != null || parameters.to() != null;
        return days ? parameters : parameters.on(chosen.from(), chosen.to());
    }

    @GetMapping
    String page(
            @ModelAttribute("asked") OrderParameters asked,
            @ModelAttribute("chosen") Chosen chosen,
            @ModelAttribute("frame") Frame frame,
            Model page) {
        StandingPage standing = found(asked, page);
        OrderPage found = standing.found();
        page.addAttribute("found", found);
        page.addAttribute("tags", RowTags.of(found.items(), tags));
        page.addAttribute("unheard", found.count() == 0 ? storesToAsk(asked, frame) : List.of());
        page.addAttribute("mostInSheet", Tables.MOST_IN_A_SHEET);
        page.addAttribute("totals", standing.totals());
        page.addAttribute("links", new OrderLinks(asked, chosen));
        page.addAttribute("channels", ChannelChoice.of(rules, asked.store()));
        page.addAttribute("flags", FLAGS);
        return "orders";
    }

    /** BigCommerce may know an order of which it told nothing yet. */
    private static List<String> storesToAsk(OrderParameters asked, Frame frame) {
        if (asked.text() == null || !ORDER.matcher(asked.text()).matches()) {
            return List.of();
        }
        return frame.store() == null ? frame.stores() : List.of(frame.store());
    }

    /** None, and that it is so, where a text is the beginning of too much. */
    private StandingPage found(OrderParameters asked, Model page) {
        try {
            return orders.page(asked.filter(), asked.cursor(), SIZE);
        } catch (TooManyMatches tooMany) {
            page.addAttribute("tooMany", true);
            return StandingPage.NONE;
        }
    }

    /** All that are looked for, not one page. */
    @GetMapping("/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@ModelAttribute("asked") OrderParameters asked) {
        return Attached.csv("orders.csv", api.csv(asked));
    }

    /** Likewise. */
    @GetMapping("/export.xlsx")
    ResponseEntity<StreamingResponseBody> xlsx(@ModelAttribute("asked") OrderParameters asked) {
        return Attached.as("orders.xlsx", api.xlsx(asked));
    }
}
