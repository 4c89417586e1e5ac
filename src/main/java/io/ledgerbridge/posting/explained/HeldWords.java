package io.ledgerbridge.posting.explained;

import io.ledgerbridge.posting.explained.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of the journals that hold something already. */
record HeldWords(Sentences sentences) {

    /** So many journals are named one by one. */
    private static final int MOST = 4;

    /** @param less minus what each of them holds */
    Phrase of(Terms less) {
        Terms held = less.negated();
        List<Figure> journals = held.figures();
        if (journals.isEmpty()) {
            return Phrase.of("held.nothing");
        }
        List<Phrase> each = new ArrayList<>();
        int shown = journals.size() > MOST + 1 ? MOST : journals.size();
        journals.subList(0, shown)
                .forEach(figure -> each.add(Phrase.of("held.by", figure.said(), sentences.sided(figure.value()))));
        if (shown < journals.size()) {
            Terms rest = new Terms(journals.subList(shown, journals.size()));
            each.add(Phrase.of("held.by-more", journals.size() - shown, sentences.sided(rest.sum())));
        }
        return journals.size() == 1 ? each.get(0) : Phrase.of("held.together", each, sentences.sided(held.sum()));
    }
}
