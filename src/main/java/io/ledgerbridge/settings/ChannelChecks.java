package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.settings.binding.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        checkTenders();
        checkTaxes();
        checkValues();
    }

    private void checkTenders() {
        List<TenderProperties> rows = settings.tenders();
        Map<String, @Nullable String> accounts = new HashMap<>();
        for (int place = 0; place < rows.size(); place++) {
            TenderProperties row = rows.get(place);
            String shown = name + "tenders[" + place + "]";
            if (!row.hasCondition()) {
                findings.fault(shown, "says for no payment that it is for it: gateway, method, names, or any: true");
            } else if (row.outcomes() != 1) {
                findings.fault(shown, "must say one of account, entry: none and park: true");
            } else if (row.any() && place < rows.size() - 1) {
                findings.fault(shown, "is for any payment, so the rows behind it are for none");
            }
            String tender = row.name() == null ? row.account() : row.name();
            if (row.account() != null
                    && !Objects.equals(accounts.getOrDefault(tender, row.account()), row.account())) {
                findings.fault(shown, "gives \"%s\" another account than a row before it".formatted(tender));
            }
            accounts.put(tender, row.account());
        }
    }

    private void checkTaxes() {
        List<TaxProperties> rows = settings.tax();
        Map<String, String> accounts = new HashMap<>();
        for (int place = 0; place < rows.size(); place++) {
            TaxProperties row = rows.get(place);
            String shown = name + "tax[" + place + "]";
            String account = Objects.requireNonNullElse(row.account(), "that of sales-tax");
            if (!row.hasCondition()) {
                findings.fault(shown, "says for no rate that it is for it: country, rate, name, or any: true");
            } else if ((row.code() == null) != row.park()) {
                findings.fault(shown, "must say one of code and park: true");
            } else if (row.code() != null && !accounts.getOrDefault(row.code(), account).equals(account)) {
                findings.fault(shown, "gives %s another account than a row before it".formatted(row.code()));
            }
            if (row.code() != null) {
                accounts.put(row.code(), account);
            }
        }
    }

    /** A channel's number takes the place of {channel}, and may be too long for X3. */
    private void checkValues() {
        Channel channel = settings.settings(id);
        for (Map.Entry<String, Account> account : channel.accounts().entrySet()) {
            account.getValue().dimensions().forEach((field, value) -> {
                if (value.length() > LONGEST_VALUE) {
                    findings.fault(
                            name + "accounts." + account.getKey(),
                            "has the dimension %s of %d characters, %s; Sage X3 takes %d"
                                    .formatted(field, value.length(), value, LONGEST_VALUE));
                }
            });
            if (Account.BY_CUSTOMER.equals(account.getValue().businessPartner())
                    && channel.customers().isEmpty()) {
                findings.fault(
                        name + "accounts." + account.getKey() + ".business-partner",
                        "\"by-customer\" needs the list of customers, which is empty");
            }
        }
    }
}
