package io.ledgerbridge.security;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page at which people log in, with a name and a password or at a provider. */
@Controller
class LoginForm {

    private final ObjectProvider<ClientRegistrationRepository> providers;

    LoginForm(ObjectProvider<ClientRegistrationRepository> providers) {
        this.providers = providers;
    }

    /** Spring Security names in the address what came before. */
    @GetMapping(PageAnswer.LOGIN)
    String page(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            Model page) {
        page.addAttribute("failed", error != null);
        page.addAttribute("left", logout != null);
        page.addAttribute(
                "providers",
                providers.getIfAvailable() instanceof Iterable<?> all
                        ? StreamSupport.stream(all.spliterator(), false)
                                .map(ClientRegistration.class::cast)
                                .toList()
                        : List.of());
        return "login";
    }
}
