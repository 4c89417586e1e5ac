package io.ledgerbridge.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The languages of the pages: the browser's, unless a person has chosen another one. */
@Configuration(proxyBeanMethods = false)
class Languages {

    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private static final Duration KEPT = Duration.ofDays(365);

    /** Regions count: they write numbers in their own way. */
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(ALL);
        browser.setDefaultLocale(Locale.ENGLISH);
        CookieLocaleResolver chosen = new CookieLocaleResolver("LEDGER-BRIDGE-LANGUAGE");
        chosen.setDefaultLocaleFunction(browser::resolveLocale);
        chosen.setCookieMaxAge(KEPT);
        chosen.setCookieSameSite("Lax");
        chosen.setCookieHttpOnly(true);
        chosen.setRejectInvalidCookies(false);
        return chosen;
    }
}
