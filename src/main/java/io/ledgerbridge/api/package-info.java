/** The JSON and CSV that operators and accountants ask for, under /api, and the page that pairs a store. */
@NullMarked
package io.ledgerbridge.api;

import org.jspecify.annotations.NullMarked;
