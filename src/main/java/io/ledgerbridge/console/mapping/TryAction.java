package io.ledgerbridge.console.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.api.proof.MappingPreviewApi;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.console.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tries settings over a past month; nothing is posted. */
@Controller
class TryAction {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MappingPreviewApi api;

    TryAction(MappingPreviewApi api) {
        this.api = api;
    }

    @PostMapping("/mapping/{key}/preview")
    String preview(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String channels,
            @RequestParam(defaultValue = "0") long after,
            @ModelAttribute("chosen") Chosen chosen,
            RedirectAttributes next) {
        Said.of(next, () -> {
            Tried tried = new Tried(key, of, channels, api.of(asked(key, of, channels, after)));
            next.addFlashAttribute("tried", tried);
            return Said.done("mapping.done.tried", of, key);
        });
        return "redirect:" + chosen.at("/mapping");
    }

    private static String asked(String store, String month, String channels, long after) {
        ObjectNode asked = JSON.createObjectNode().put("store", store).put("month", month);
        if (!channels.isBlank()) {
            asked.set("channels", read(channels));
        }
        if (after > 0) {
            asked.put("after", after);
        }
        return asked.toString();
    }

    private static JsonNode read(String channels) {
        try {
            return JSON.readTree(channels);
        } catch (JsonProcessingException other) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The channels are not JSON");
        }
    }
}
