package io.ledgerbridge.settings;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Has Bean Validation check an account's code under the account's own name. */
@UnwrapByDefault
public final class AccountCode implements ValueExtractor<@ExtractedValue(type = String.class) AccountSetting> {

    @Override
    public void extractValues(AccountSetting account, ValueReceiver receiver) {
        receiver.value(null, account.account());
    }
}
