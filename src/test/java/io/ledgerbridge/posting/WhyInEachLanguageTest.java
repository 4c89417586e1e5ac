package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.posting.explained.BooksAlone;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.explained.Figure;
import io.ledgerbridge.posting.explained.words.EnglishLeft;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a line in German and French: all of it, with the English's numbers. */
class WhyInEachLanguageTest {

    private static final List<Locale> OTHERS = List.of(Locale.GERMAN, Locale.FRENCH);
    private static final Pattern SEPARATOR = Pattern.compile("(?<=\\d)[.,\u202f](?=\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    @ParameterizedTest
    @MethodSource("io.ledgerbridge.posting.WorkedLives#numbers")
    void isWholeOfTheWorkedExamples(String example) {
        check(WorkedLives.of(example).books);
    }

    @Test
    void isWholeOfEachKindOfJournalAndRule() {
        new ExplanationTest().lives().values().forEach(WhyInEachLanguageTest::check);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isWholeOfGeneratedOrders(boolean isListed) {
        for (long seed = 0; seed < 60; seed++) {
            PaidOrder order = new PaidOrder(seed, isListed);
            Bookkeeping books = new Bookkeeping(order.settings);
            books.work(order.shop);
            for (int step = new Random(seed).nextInt(9); step > 0; step--) {
                OrderEvent event = order.live();
                if (event != null) {
                    books.told(event);
                }
                books.recorded.clear();
                books.recorded.addAll(order.recorded);
                books.work(order.shop);
            }
            check(books);
        }
    }

    @Test
    void isWholeOfGeneratedLives() {
        for (long seed = 0; seed < 60; seed++) {
            Life life = new Life(seed);
            Bookkeeping books = new Bookkeeping(life.settings);
            for (Life.Moment moment : life.moments) {
                moment.delivered().forEach(books::told);
                if (moment.isWorked()) {
                    books.work(moment.reading());
                }
            }
            check(books);
        }
    }

    /** The API's sentence says the side by the sign. */
    @ParameterizedTest
    @MethodSource("io.ledgerbridge.posting.WorkedLives#numbers")
    void saysTheSideOfASignedLine(String example) {
        lines(WorkedLives.of(example).books).forEach(line -> {
            String amount = line.line().amount().abs().amount().toPlainString();
            boolean isCredit = line.line().amount().signum() < 0;
            assertThat(line.words()).containsPattern(Pattern.quote(amount) + ", " + (isCredit ? "credit" : "debit"));
            assertThat(line.words(Locale.GERMAN)).contains(isCredit ? " im Haben" : " im Soll");
            assertThat(line.words(Locale.FRENCH)).contains(isCredit ? " au crédit" : " au débit");
        });
    }

    private static void check(Bookkeeping books) {
        lines(books).forEach(line -> {
            check(line.said());
            check(line.account());
            line.terms().figures().stream().map(Figure::named).forEach(WhyInEachLanguageTest::check);
        });
    }

    private static void check(Phrase phrase) {
        String english = phrase.toString();
        for (Locale language : OTHERS) {
            String said = phrase.in(language);
            assertThat(said).isNotBlank().doesNotContain("{", "??", "null", "'");
            assertThat(EnglishLeft.in(said)).as(said).isEmpty();
            assertThat(numbers(said)).as(said).isEqualTo(numbers(english));
        }
    }

    /** Their digits, in their own order in each language; a language sets thousands and decimals apart by its own. */
    private static List<String> numbers(String said) {
        return NUMBER.matcher(SEPARATOR.matcher(said).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<ExplainedLine> lines(Bookkeeping books) {
        List<ExplainedLine> all = new ArrayList<>();
        Explained.of(books).values().forEach(all::addAll);
        all.addAll(byTheBooksAlone(books.journals));
        return all;
    }

    private static List<ExplainedLine> byTheBooksAlone(List<Journal> journals) {
        BooksAlone books = new BooksAlone(null, journals, List.of(2));
        return journals.stream()
                .flatMap(journal -> books.of(journal, Phrase.of("books.untold")).stream())
                .toList();
    }
}
