package io.ledgerbridge.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Keeps the language that a person has chosen, and goes back to the page. */
@Controller
class LanguageChoice {

    /** Nothing but an address on this server. */
    private static final String PLACE_HERE = "/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}";

    private final LocaleResolver languages;

    LanguageChoice(LocaleResolver languages) {
        this.languages = languages;
    }

    @GetMapping("/language")
    RedirectView choose(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale language = Languages.ALL.stream()
                .filter(each -> each.getLanguage().equals(to))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "The languages are en, de and fr, not " + to));
        languages.setLocale(request, response, language);
        return new RedirectView(back.matches(PLACE_HERE) ? back : "/");
    }
}
