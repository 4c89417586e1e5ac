package io.ledgerbridge.console.story;

import io.ledgerbridge.orders.KnownStores;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What came of one order, what was posted for it and why, and what people may do about it. */
@Controller
@RequestMapping(Target.PATH)
class StoryPage {

    private final KnownStores stores;
    private final Stories stories;
    private final Standings standings;

    StoryPage(KnownStores stores, Stories stories, Standings standings) {
        this.stores = stores;
        this.stories = stories;
        this.standings = standings;
    }

    /** @param signed whether amounts are shown with a sign instead of on two sides */
    @GetMapping
    String page(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(defaultValue = "false") boolean signed,
            Model page,
            HttpServletResponse answer) {
        stores.check(target.store());
        page.addAttribute("signed", signed);
        try {
            page.addAttribute("story", stories.of(target.store(), target.order()));
            return "story";
        } catch (ResponseStatusException unheard) {
            answer.setStatus(unheard.getStatusCode().value());
            return "story-unheard";
        }
    }

    /** What has happened since the page was opened, for the page to say so. */
    @GetMapping("/standing")
    String standing(@ModelAttribute(name = Target.NAME, binding = false) Target target, Model page) {
        page.addAttribute(
                "since",
                standings.since(target.store(), target.order(), target.shown()).orElse(null));
        return "story-parts :: standing";
    }
}
