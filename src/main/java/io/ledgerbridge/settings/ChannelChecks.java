package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.settings.binding.Findings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what no single setting of a channel can tell. */
final class ChannelChecks {

    private static final int LONGEST_VALUE = 15;

    private final String name;
    private final String id;
    private final ChannelProperties settings;
    private final Findings findings;

    /** @param name the channel's full name, with a dot at its end */
    ChannelChecks(String name, String id, ChannelProperties settings, Findings findings) {
        this.name = name;
        this.id = id;
        this.settings = settings;
        this.findings = findings;
    }

    void check() {
        if (settings.lacksCostOfGoods()) {
            findings.warn(
                    name + "cost-of-goods",
                    "\"post\" without accounts for cost-of-goods and inventory parks every order");
        }
        new ListChecks(name, settings, findings).check();
        checkValues();
    }

    /** A channel's number takes the place of {channel}, and may be too long for X3. */
    private void checkValues() {
        checkLengths(name + "dimensions", settings.dimensions());
        settings.accounts().all().forEach((setting, account) -> {
            String shown = name + "accounts." + setting;
            checkLengths(shown + ".dimensions", account.dimensions());
            checkPartner(shown, account.businessPartner());
        });
        for (int place = 0; place < settings.tenders().size(); place++) {
            TenderProperties row = settings.tenders().get(place);
            checkLengths(name + "tenders[" + place + "].dimensions", row.dimensions());
            checkPartner(name + "tenders[" + place + "]", row.businessPartner());
        }
        checkPartner(name.substring(0, name.length() - 1), settings.businessPartner());
    }

    private void checkLengths(String shown, @Nullable Map<String, String> dimensions) {
        for (Map.Entry<String, String> each :
                AccountSetting.dimensions(id, Map.of(), dimensions).entrySet()) {
            boolean isFilledIn = dimensions != null && !each.getValue().equals(dimensions.get(each.getKey()));
            if (isFilledIn && each.getValue().length() > LONGEST_VALUE) {
                findings.fault(
                        shown + "." + each.getKey(),
                        "becomes \"%s\" of %d characters, and Sage X3 takes %d"
                                .formatted(each.getValue(), each.getValue().length(), LONGEST_VALUE));
            }
        }
    }

    private void checkPartner(String shown, @Nullable String partner) {
        if (Account.BY_CUSTOMER.equals(partner) && settings.customers().isEmpty()) {
            findings.fault(shown + ".business-partner", "\"by-customer\" needs the list of customers, which is empty");
        }
    }
}
