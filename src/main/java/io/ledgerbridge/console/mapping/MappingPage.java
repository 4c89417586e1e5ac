package io.ledgerbridge.console.mapping;

import io.ledgerbridge.console.Frame;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows the mapping of the store that is chosen, or of all. */
@Controller
class MappingPage {

    private final StoreMappings mappings;

    MappingPage(StoreMappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping("/mapping")
    String page(@ModelAttribute("frame") Frame frame, Model page) {
        List<String> stores = frame.working();
        List<WaitingFor> waiting =
                stores.stream().flatMap(each -> mappings.waiting(each).stream()).toList();
        page.addAttribute("stores", stores);
        page.addAttribute(
                "channels",
                stores.stream()
                        .flatMap(each -> mappings.channels(each).stream())
                        .toList());
        page.addAttribute("waiting", waiting);
        page.addAttribute(
                "orders", waiting.stream().mapToLong(WaitingFor::orders).sum());
        return "mapping";
    }
}
