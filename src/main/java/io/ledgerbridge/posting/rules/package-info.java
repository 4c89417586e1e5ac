/** What a store says about its entries: channels, accounts, references, descriptions, and which orders count. */
@NullMarked
package io.ledgerbridge.posting.rules;

import org.jspecify.annotations.NullMarked;
