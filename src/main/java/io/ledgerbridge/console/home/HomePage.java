package io.ledgerbridge.console.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The answer in one sentence, the figures that it is made of, and what waits for whom. */
@Controller
class HomePage {

    @GetMapping("/")
    String page() {
        return "home";
    }
}
