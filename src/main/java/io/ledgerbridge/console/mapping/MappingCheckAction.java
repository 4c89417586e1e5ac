package io.ledgerbridge.console.mapping;

import io.ledgerbridge.api.StoresApi;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.connections.Pinged;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks Sage X3 about every code that a store's mapping names. */
@Controller
class MappingCheckAction {

    private final StoresApi stores;
    private final Clock clock;

    MappingCheckAction(StoresApi stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @PostMapping("/mapping/{key}/check")
    String check(@PathVariable String key, @ModelAttribute("chosen") Chosen chosen, RedirectAttributes next) {
        StoresApi.Pinged answer = stores.ping(key, "{\"mapping\":true}");
        next.addFlashAttribute(
                Pinged.NAME, Pinged.of(key, clock.instant(), answer).ofSageX3());
        return "redirect:" + chosen.at("/mapping");
    }
}
