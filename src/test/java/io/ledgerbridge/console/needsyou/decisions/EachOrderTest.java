package io.ledgerbridge.console.needsyou.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.console.Said;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A refusal of one order leaves the others of a selection as they are, and all of it is said. */
class EachOrderTest {

    private static final List<OrderKey> KEYS =
            List.of(new OrderKey("us", 3), new OrderKey("us", 1234), new OrderKey("eu", 5));

    private final List<OrderKey> done = new ArrayList<>();
    private final EachOrder each;

    EachOrderTest() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/needs-you");
        texts.setDefaultEncoding("UTF-8");
        this.each = new EachOrder(texts);
    }

    @BeforeEach
    void speak() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void fallSilent() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void goesOnBehindARefusal() {
        Said said = each.of(KEYS, "set-aside", key -> {
            if (key.store().equals("us")) {
                throw new ResponseStatusException(HttpStatus.CONFLICT, "It is being posted");
            }
            done.add(key);
        });

        assertThat(done).containsExactly(new OrderKey("eu", 5));
        assertThat(said.key()).isEqualTo("needs-you.said.set-aside");
        assertThat(said.values()).containsExactly(1);
        assertThat(said.refusal())
                .isEqualTo("order 3 of store us: It is being posted; order 1234 of store us: It is being posted");
    }

    @Test
    void saysThatNothingIsDoneWhereAllIsRefused() {
        Said said = each.of(KEYS, "noted", key -> {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is known of it");
        });

        assertThat(said.key()).isNull();
        assertThat(said.refusal()).contains("order 5 of store eu: Nothing is known of it");
        assertThat(each.of(List.of(), "noted", done::add).key()).isEqualTo("needs-you.said.nothing-ticked");
    }

    @Test
    void isNoRefusalWhereTheProgramFails() {
        assertThatThrownBy(() -> each.of(KEYS, "noted", key -> {
                    throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
                }))
                .isInstanceOf(ResponseStatusException.class);
    }
}
