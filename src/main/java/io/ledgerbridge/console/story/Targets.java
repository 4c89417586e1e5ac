package io.ledgerbridge.console.story;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reads which order an address names. */
@ControllerAdvice("io.ledgerbridge.console.story")
class Targets {

    @ModelAttribute(Target.NAME)
    Target target(@PathVariable String store, @PathVariable long order, @RequestParam(defaultValue = "0") int shown) {
        return new Target(store, order, shown);
    }
}
