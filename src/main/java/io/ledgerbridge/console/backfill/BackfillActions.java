package io.ledgerbridge.console.backfill;

import io.ledgerbridge.api.backfills.BackfillsApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Said;
import java.security.Principal;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for backfills, shadow ones too, pauses, resumes and stops them. */
@Controller
class BackfillActions {

    private final BackfillsApi backfills;

    BackfillActions(BackfillsApi backfills) {
        this.backfills = backfills;
    }

    @ModelAttribute("back")
    String back(@ModelAttribute("chosen") Chosen chosen) {
        return "redirect:" + chosen.at("/backfill");
    }

    @PostMapping("/backfill")
    String ask(
            @RequestParam String store,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean shadow,
            @ModelAttribute("back") String back,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> {
            CallBody days = new CallBody().exact("from", from).exact("to", to);
            String body = shadow ? days.flag("shadow").json() : days.json();
            String id = Long.toString(backfills.askForANewOne(store, body, user).id());
            return Said.done(shadow ? "backfill.done.shadow" : "backfill.done.asked", id);
        });
        return back;
    }

    @PostMapping("/backfill/{id}/pause")
    String pause(@PathVariable long id, @ModelAttribute("back") String back, Principal user, RedirectAttributes next) {
        return hold(id, "paused", backfills::pause, user, next, back);
    }

    @PostMapping("/backfill/{id}/resume")
    String resume(@PathVariable long id, @ModelAttribute("back") String back, Principal user, RedirectAttributes next) {
        return hold(id, "resumed", backfills::resume, user, next, back);
    }

    @PostMapping("/backfill/{id}/stop")
    String stop(@PathVariable long id, @ModelAttribute("back") String back, Principal user, RedirectAttributes next) {
        return hold(id, "stopped", backfills::stop, user, next, back);
    }

    private static String hold(
            long id,
            String what,
            BiConsumer<Long, Principal> call,
            Principal user,
            RedirectAttributes next,
            String back) {
        Said.of(next, () -> {
            call.accept(id, user);
            return Said.done("backfill.done." + what, Long.toString(id));
        });
        return back;
    }
}
