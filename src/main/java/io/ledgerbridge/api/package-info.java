/** The JSON and CSV that operators and accountants ask for, under /api. */
@NullMarked
package io.ledgerbridge.api;

import org.jspecify.annotations.NullMarked;
