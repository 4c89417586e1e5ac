package io.ledgerbridge.sagex3;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.LateCommits;
import io.ledgerbridge.faults.Fence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The status of an entry that is looked up again, since a create of it had lost its reply. */
class LateCommitCheckTest {

    private final LateCommits lateCommits = mock(LateCommits.class);
    private final Fence fence = mock(Fence.class);
    private final Journal journal = mock(Journal.class);
    private final FolderSettings folder = X3RequestsTest.folder(X3Api.REST);

    @Test
    void isKept() {
        saw("N1", "final");

        verify(lateCommits).read(fence, journal, "final");
        verify(lateCommits).lookedUp(fence, journal, Map.of("found", List.of("N1"), "ours", "N1", "x3Status", "final"));
    }

    @Test
    void isNoneOfOursUnderAnotherNumber() {
        saw("N2", "final");

        verify(lateCommits, never()).read(any(), any(), anyString());
    }

    @Test
    void staysWhereNoneIsShown() {
        saw("N1", null);

        verify(lateCommits, never()).read(any(), any(), anyString());
        verify(lateCommits).lookedUp(fence, journal, Map.of("found", List.of("N1"), "ours", "N1"));
    }

    private void saw(String number, @Nullable String status) {
        String name = folder.folder();
        when(journal.folder()).thenReturn(name);
        when(journal.state()).thenReturn(JournalState.POSTED);
        when(journal.x3Number()).thenReturn("N1");
        FoundEntry entry = new FoundEntry(number, LocalDate.of(2026, 10, 31), "USD", Map.of(), status);

        new LateCommitCheck(lateCommits).saw(fence, journal, folder, List.of(entry));
    }
}
