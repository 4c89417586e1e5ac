/** The page Mapping: which account each channel's roles have and why, and what they had before. */
@NullMarked
package io.ledgerbridge.console.mapping;

import org.jspecify.annotations.NullMarked;
