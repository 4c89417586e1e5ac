package io.ledgerbridge.operations;

import io.ledgerbridge.sagex3.check.CodeQuestion;
import io.ledgerbridge.sagex3.check.CodeQuestions;
import io.ledgerbridge.sagex3.check.CodeVerdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One check of a store's mapping against Sage X3, as far as it was answered. One thread asks, while another may tell what
 * there is so far; then no more is asked.
 */
public final class MappingCheck {

    private final MappedCodes codes;
    private final List<CodeQuestions.Unasked> unasked;
    private final List<CodeQuestion> questions;
    private final List<CodeVerdict> verdicts = new ArrayList<>();
    private int answered;
    private boolean over;
    private @Nullable PingOutcome failure;

    MappingCheck(MappedCodes codes, CodeQuestions asked) {
        this.codes = codes;
        this.unasked = asked.unasked();
        this.questions = new ArrayList<>(asked.questions());
    }

    /** Whether there is something yet to be asked. */
    public synchronized boolean isIncomplete() {
        return !over && answered < questions.size();
    }

    /** The next question. */
    public synchronized CodeQuestion getQuestion() {
        return questions.get(answered);
    }

    synchronized void answered(List<CodeVerdict> some) {
        if (!over) {
            verdicts.addAll(some);
            answered++;
        }
    }

    /** Asks once more, and all that is yet to be asked of that kind, where this question is asked. */
    synchronized void again(CodeQuestion question) {
        questions.replaceAll(each -> each.kind() == question.kind() ? each.asAt(question) : each);
    }

    synchronized void failed(PingOutcome outcome) {
        if (!over) {
            failure = outcome;
            over = true;
        }
    }

    synchronized void end() {
        over = true;
    }

    MappedCodes codes() {
        return codes;
    }

    List<CodeQuestions.Unasked> unasked() {
        return unasked;
    }

    synchronized List<CodeVerdict> verdicts() {
        return List.copyOf(verdicts);
    }

    /** Empty where every question was answered. */
    synchronized String unanswered() {
        if (failure != null) {
            return failure.words();
        }
        return answered < questions.size() ? "no answer in time" : "";
    }

    /** How many codes no answer has told of. */
    synchronized int untold() {
        return questions.stream()
                .skip(answered)
                .mapToInt(question -> question.codes().size())
                .sum();
    }
}
