package io.ledgerbridge.console.connections;

import io.ledgerbridge.api.BooksApi;
import io.ledgerbridge.api.CredentialsApi;
import io.ledgerbridge.api.PausesApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Said;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pauses and resumes a store, takes its secrets, and takes the word that its books have caught up. */
@Controller
@RequestMapping("/connections/{key}")
class ConnectionActions {

    private final PausesApi pauses;
    private final BooksApi books;
    private final CredentialsApi credentials;

    ConnectionActions(PausesApi pauses, BooksApi books, CredentialsApi credentials) {
        this.pauses = pauses;
        this.books = books;
        this.credentials = credentials;
    }

    @ModelAttribute("back")
    String back(@ModelAttribute("chosen") Chosen chosen) {
        return "redirect:" + chosen.at("/connections");
    }

    @PostMapping("/pause")
    String pause(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String why,
            @ModelAttribute("back") String back,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> {
            pauses.pause(key, new CallBody().exact("why", why).json(), user);
            return Said.done("connections.done.paused", key);
        });
        return back;
    }

    @PostMapping("/resume")
    String resume(
            @PathVariable String key, @ModelAttribute("back") String back, Principal user, RedirectAttributes next) {
        Said.of(next, () -> {
            pauses.resume(key, "{}", user);
            return Said.done("connections.done.resumed", key);
        });
        return back;
    }

    @PostMapping("/books")
    String books(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String why,
            @ModelAttribute("back") String back,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> {
            books.confirm(key, new CallBody().exact("why", why).json(), user);
            return Said.done("connections.done.books", key);
        });
        return back;
    }

    @PostMapping("/credentials/remove")
    String removed(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute("back") String back,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> {
            credentials.delete(key, name, user);
            return Said.done("connections.done.removed", name, key);
        });
        return back;
    }

    @PostMapping("/credentials")
    String credential(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String value,
            @ModelAttribute("back") String back,
            Principal user,
            RedirectAttributes next) {
        Said.of(next, () -> {
            credentials.put(key, name, new CallBody().exact("value", value).json(), user);
            return Said.done("connections.done.stored", name, key);
        });
        return back;
    }
}
