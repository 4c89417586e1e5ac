package io.ledgerbridge.console.later;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Say what will be here, and where its answer is until then. */
@Controller
class LaterPages {

    @GetMapping("/reconciliation")
    String reconciliation(Model page) {
        return later(page, "reconciliation");
    }

    @GetMapping("/close")
    String close(Model page) {
        return later(page, "close");
    }

    private static String later(Model page, String name) {
        page.addAttribute("name", name);
        return "later";
    }
}
