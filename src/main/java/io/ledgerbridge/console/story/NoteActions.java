package io.ledgerbridge.console.story;

import io.ledgerbridge.api.notes.NotesApi;
import io.ledgerbridge.api.notes.TagsApi;
import io.ledgerbridge.console.CallBody;
import io.ledgerbridge.console.Said;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down notes about an order, its tags, and who looks after it. */
@Controller
@RequestMapping(Target.PATH)
class NoteActions {

    private final NotesApi api;
    private final TagsApi tags;
    private final Acts acts;

    NoteActions(NotesApi api, TagsApi tags, Acts acts) {
        this.api = api;
        this.tags = tags;
        this.acts = acts;
    }

    @PostMapping("/notes")
    String write(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(required = false) @Nullable String text,
            Principal user,
            RedirectAttributes next) {
        String asked = new CallBody().text("text", text).json();
        return acts.also(
                next, () -> api.write(target.store(), target.order(), asked, user), Said.done("story.done.note"));
    }

    @PostMapping("/tags")
    String tag(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(defaultValue = "") String tag,
            Principal user,
            RedirectAttributes next) {
        return acts.also(
                next, () -> tags.put(target.store(), target.order(), tag, user), Said.done("story.done.tagged"));
    }

    @PostMapping("/tags/remove")
    String untag(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(defaultValue = "") String tag,
            Principal user,
            RedirectAttributes next) {
        return acts.also(
                next, () -> tags.remove(target.store(), target.order(), tag, user), Said.done("story.done.untagged"));
    }

    /** @param who {@code me}, {@code nobody}, or anything else for the name in {@code to} */
    @PostMapping("/assignment")
    String assign(
            @ModelAttribute(name = Target.NAME, binding = false) Target target,
            @RequestParam(defaultValue = "name") String who,
            @RequestParam(required = false) @Nullable String to,
            Principal user,
            RedirectAttributes next) {
        CallBody asked = switch (who) {
            case "me" -> new CallBody().text("to", user.getName());
            case "nobody" -> new CallBody().nobody("to");
            default -> new CallBody().text("to", to);
        };
        return acts.on(
                target,
                next,
                () -> api.assign(target.store(), target.order(), asked.json(), user),
                Said.done("story.done.assigned"));
    }
}
