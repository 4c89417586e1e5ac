package io.ledgerbridge.settings;

import io.ledgerbridge.http.AnswerLimits;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code limits}: how large an answer may be.
 *
 * @param answer the largest of BigCommerce or Sage X3, also after decompression; from 64KB to 64MB
 */
record LimitProperties(@DefaultValue("4MB") DataSize answer) {

    AnswerLimits settings() {
        return new AnswerLimits((int) answer.toBytes());
    }
}
