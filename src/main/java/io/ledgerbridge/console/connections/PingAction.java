package io.ledgerbridge.console.connections;

import io.ledgerbridge.api.StoresApi;
import io.ledgerbridge.console.Chosen;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks both sides of a store, and has the next page say what they answered. */
@Controller
class PingAction {

    private final StoresApi stores;
    private final Clock clock;

    PingAction(StoresApi stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @PostMapping("/connections/{key}/ping")
    String ping(
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean mapping,
            @ModelAttribute("chosen") Chosen chosen,
            RedirectAttributes next) {
        String body = mapping ? "{\"mapping\":true}" : "{}";
        next.addFlashAttribute(Pinged.NAME, Pinged.of(key, clock.instant(), stores.ping(key, body)));
        return "redirect:" + chosen.at("/connections");
    }
}
