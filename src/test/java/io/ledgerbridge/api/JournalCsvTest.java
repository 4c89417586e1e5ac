package io.ledgerbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.lists.JournalLists;
import io.ledgerbridge.books.lists.JournalQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A download may take ten minutes, and no longer, however many journals are left. */
class JournalCsvTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final JournalLists journals = mock(JournalLists.class);
    private final AtomicInteger pages = new AtomicInteger();

    @Test
    void endsADownloadThatTakesTooLong() {
        manyPages();

        assertThatThrownBy(() -> download().write(new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2026-11-03T12:10:00Z");

        assertThat(pages.get()).as("the eleventh page is a minute too late").isEqualTo(11);
    }

    @Test
    void endsAtTheLastPageOfOneThatDoesNot() throws IOException {
        when(journals.after(any(), any())).thenReturn(List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        download().write(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("reference,kind,store");
    }

    /** Each takes a minute to read. */
    private void manyPages() {
        Journal journal = mock(Journal.class, RETURNS_DEEP_STUBS);
        when(journal.lines()).thenReturn(List.of());
        when(journals.after(any(), any())).thenAnswer(page -> {
            clock.advance(Duration.ofMinutes(1));
            return pages.incrementAndGet() > 100 ? List.of() : List.of(journal);
        });
    }

    private JournalCsv download() {
        JournalQuery all = new JournalQuery(null, null, null, null, null, null, 0, 1);
        return new JournalCsv(journals, all, new Downloads(clock).deadline());
    }
}
