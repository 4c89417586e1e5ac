package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.privacy.PrivacyApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Frame;
import io.ledgerbridge.console.Said;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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

/** Has personal data of orders erased, and says how far that is. */
@Controller
@RequestMapping("/audit/erase")
class ErasePage {

    private static final int DIGITS = 18;

    private final PrivacyApi privacy;
    private final ErasedOrders erased;
    private final MessageSource messages;

    ErasePage(PrivacyApi privacy, ErasedOrders erased, MessageSource messages) {
        this.messages = messages;
        this.privacy = privacy;
        this.erased = erased;
    }

    /** @param orders numbers that are to be erased, or of which it is asked what came of them */
    @GetMapping
    String page(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String orders, Model page) {
        String store = frame.store();
        List<String> stores = store == null ? frame.stores() : List.of(store);
        page.addAttribute("progress", stores.stream().map(privacy::progress).toList());
        page.addAttribute("orders", orders);
        page.addAttribute("erased", store == null ? List.of() : erased.of(store, numbers(orders)));
        return "audit-erase";
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
        List<Long> numbers = numbers(orders);
        Said.of(next, () -> {
            if (!sure) {
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        messages.getMessage("audit.erase.unsure", null, LocaleContextHolder.getLocale()));
            }
            privacy.erase(
                    new CallBody()
                            .text("store", store)
                            .numbers("orders", numbers)
                            .json(),
                    user);
            return Said.done("audit.erase.done", numbers.size());
        });
        return "redirect:"
                + UriComponentsBuilder.fromUriString(chosen.at("/audit/erase"))
                        .queryParam(
                                "orders",
                                String.join(
                                        ",",
                                        numbers.stream().map(String::valueOf).toList()))
                        .toUriString();
    }

    /** Each once; one that is longer than any is 0, which the API refuses. */
    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split("[^0-9]+", -1))
                .filter(Predicate.not(String::isEmpty))
                .map(number -> number.length() > DIGITS ? 0L : Long.parseLong(number))
                .distinct()
                .toList();
    }
}
