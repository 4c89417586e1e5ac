package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.posting.explained.RuleName;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sentences that say what each rule is. */
class RuleTextsTest {

    @ParameterizedTest
    @EnumSource
    void saysOfEachRuleWhatItIs(RuleName rule) {
        String key = "rule." + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(ResourceBundle.getBundle("messages/rules", Locale.ROOT).getString(key))
                .startsWith(rule.label() + ": ")
                .endsWith(".");
    }
}
