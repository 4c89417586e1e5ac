package io.ledgerbridge.sagex3.check;

import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.X3Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The questions by which a folder can be asked for a mapping's codes, and why it can't be asked for the others.
 *
 * @param unasked by kind; the words say what would be needed
 */
public record CodeQuestions(List<CodeQuestion> questions, List<Unasked> unasked) {

    /** Codes in one question: of api1 they stand in its address. */
    private static final int AT_ONCE = 50;

    private static final int AT_ONCE_IN_A_URL = 20;

    /** Codes of one kind that X3 can't be asked for. */
    public record Unasked(CodeKind kind, int codes, String words) {}

    public CodeQuestions {
        questions = List.copyOf(questions);
        unasked = List.copyOf(unasked);
    }

    /**
     * Sorts codes into questions.
     *
     * @param codes those of each kind, each once
     */
    public static CodeQuestions of(FolderSettings folder, Map<CodeKind, List<String>> codes) {
        List<CodeQuestion> questions = new ArrayList<>();
        List<Unasked> unasked = new ArrayList<>();
        codes.forEach((kind, some) -> kind.placeIn(folder)
                .ifPresentOrElse(
                        place -> questions.addAll(asked(kind, some, place, folder.api())),
                        () -> unasked.add(new Unasked(kind, some.size(), why(folder, kind)))));
        return new CodeQuestions(questions, unasked);
    }

    private static List<CodeQuestion> asked(CodeKind kind, List<String> codes, CodePlace place, X3Api api) {
        int atOnce = kind == CodeKind.PERIOD ? 1 : api == X3Api.REST ? AT_ONCE_IN_A_URL : AT_ONCE;
        List<CodeQuestion> questions = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += atOnce) {
            questions.add(new CodeQuestion(kind, codes.subList(from, Math.min(from + atOnce, codes.size())), place));
        }
        return questions;
    }

    private static String why(FolderSettings folder, CodeKind kind) {
        return folder.api() == X3Api.SOAP
                ? "Sage X3 can't be asked by SOAP"
                : "Sage X3 can't be asked: %s has no %s".formatted(CodeKind.setting(folder), kind.label());
    }
}
