package io.ledgerbridge.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What stops posting, and how many orders need somebody, for a page that is open. */
@Controller
class BannersPart {

    @GetMapping("/banners")
    String now() {
        return "parts :: live";
    }
}
