package io.ledgerbridge.console.story.timeline;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The page's texts, in the language of who asks. */
@Component
public class StoryWords {

    private final MessageSource messages;

    StoryWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... values) {
        return messages.getMessage("story." + key, values, LocaleContextHolder.getLocale());
    }

    /** Where there is no such text, another. */
    public String orElse(String key, String other, Object... values) {
        String text = messages.getMessage("story." + key, values, null, LocaleContextHolder.getLocale());
        return text == null ? other : text;
    }

    /** Why an order is parked; its code where no text is there for it. */
    public String cause(String code) {
        return messages.getMessage("needs-you.cause." + code, null, code, LocaleContextHolder.getLocale());
    }
}
