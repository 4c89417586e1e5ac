package io.ledgerbridge.console.connections;

import io.ledgerbridge.console.Chosen;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows a card for each store. */
@Controller
class ConnectionsPage {

    private final Cards cards;

    ConnectionsPage(Cards cards) {
        this.cards = cards;
    }

    @GetMapping("/connections")
    String page(@ModelAttribute("chosen") Chosen chosen, Model page) {
        List<Card> all = cards.of(chosen.store());
        page.addAttribute("cards", all);
        page.addAttribute(
                "troubles",
                all.stream().flatMap(card -> card.troubles().stream()).toList());
        page.addAttribute("allAsked", all.stream().allMatch(Card::isAsked));
        return "connections";
    }
}
