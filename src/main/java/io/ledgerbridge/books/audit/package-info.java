/** The links of the audit trail: what makes them chains, their rows, and the verification of them all. */
@NullMarked
package io.ledgerbridge.books.audit;

import org.jspecify.annotations.NullMarked;
