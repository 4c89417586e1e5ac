package io.ledgerbridge.posting.explained;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of the journals that hold something already. */
record HeldWords(Sentences sentences) {

    /** So many journals are named one by one. */
    private static final int MOST = 4;

    /** @param less minus what each of them holds */
    String of(Terms less) {
        Terms held = less.negated();
        List<Figure> journals = held.figures();
        if (journals.isEmpty()) {
            return "nothing is there yet";
        }
        List<String> each = new ArrayList<>();
        int shown = Math.min(journals.size(), MOST);
        journals.subList(0, shown)
                .forEach(figure -> each.add(figure.said() + " holds " + sentences.sided(figure.value())));
        if (shown < journals.size()) {
            each.add("%d more journals hold %s"
                    .formatted(
                            journals.size() - shown,
                            sentences.sided(new Terms(journals.subList(shown, journals.size())).sum())));
        }
        return Sentences.and(each)
                + (journals.size() == 1 ? "" : ", %s together".formatted(sentences.sided(held.sum())));
    }
}
