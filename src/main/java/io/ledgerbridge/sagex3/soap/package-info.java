/** SOAP envelopes to Sage X3 and the answers in them. */
@NullMarked
package io.ledgerbridge.sagex3.soap;

import org.jspecify.annotations.NullMarked;
