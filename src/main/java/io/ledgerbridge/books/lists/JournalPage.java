package io.ledgerbridge.books.lists;

import io.ledgerbridge.books.Journal;
import java.util.List;

/**
 * One page of journals.
 *
 * @param page from 0
 * @param total of all pages
 */
public record JournalPage(List<Journal> items, int page, int size, long total) {}
