package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.privacy.PrivacyApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Frame;
import io.ledgerbridge.console.Said;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderRow;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows orders whose personal data is to be erased, has it erased, and says how far that is. */
@Controller
@RequestMapping("/audit/erase")
class ErasePage {

    /** So many at once; the API takes more. */
    private static final int MOST = 200;

    private final PrivacyApi privacy;
    private final OrderList list;
    private final ErasedOrders erased;
    private final MessageSource messages;

    ErasePage(PrivacyApi privacy, OrderList list, ErasedOrders erased, MessageSource messages) {
        this.privacy = privacy;
        this.list = list;
        this.erased = erased;
        this.messages = messages;
    }

    /** @param orders numbers that are to be erased, or of which it is asked what came of them */
    @GetMapping
    String page(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String orders, Model page) {
        String store = frame.store();
        List<String> stores = store == null ? frame.stores() : List.of(store);
        OrderNumbers numbers = OrderNumbers.of(orders);
        String refusal = refusal(numbers);
        page.addAttribute("progress", stores.stream().map(privacy::progress).toList());
        page.addAttribute("orders", orders);
        page.addAttribute("refusal", refusal);
        show(store, store == null || refusal != null ? List.of() : numbers.all(), page);
        return "audit-erase";
    }

    private void show(@Nullable String store, List<Long> numbers, Model page) {
        List<OrderRow> found = store == null ? List.of() : list.numbered(store, numbers);
        List<Long> unknown = new ArrayList<>(numbers);
        unknown.removeAll(found.stream().map(OrderRow::order).toList());
        page.addAttribute("found", found);
        page.addAttribute("unknown", unknown);
        page.addAttribute("erased", store == null ? List.of() : erased.of(store, numbers));
    }

    /** @param sure whether the person knows that it can't be undone */
    @PostMapping
    String erase(
            @ModelAttribute("chosen") Chosen chosen,
            @RequestParam(defaultValue = "") String store,
            @RequestParam(defaultValue = "") String orders,
            @RequestParam(defaultValue = "false") boolean sure,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> erase(store, OrderNumbers.of(orders), sure, user));
        return "redirect:"
                + UriComponentsBuilder.fromUriString(chosen.at("/audit/erase"))
                        .queryParam("orders", "{orders}")
                        .encode()
                        .buildAndExpand(orders)
                        .toUriString();
    }

    private Said erase(String store, OrderNumbers numbers, boolean sure, Principal user) {
        String refusal = sure ? refusal(numbers) : text("audit.erase.unsure");
        if (refusal != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refusal);
        }
        List<Long> all = numbers.all();
        privacy.erase(new CallBody().text("store", store).numbers("orders", all).json(), user);
        return Said.done("audit.erase.done", all.size());
    }

    private @Nullable String refusal(OrderNumbers numbers) {
        if (numbers.isMoreThan(MOST)) {
            return text("audit.erase.too-many", MOST);
        }
        return numbers.wrong()
                .map(wrong -> text("audit.erase.no-number", wrong))
                .orElse(null);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
