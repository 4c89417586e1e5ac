package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Account;
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
            if (findings.isFaultyBelow(shown)) {
                continue;
            }
            if (!row.hasCondition()) {
                findings.fault(shown, "says for no payment that it is for it: gateway, method, names, or any: true");
            } else if (row.outcomes() != 1) {
                findings.fault(shown, "must say one of account, entry: none and park: true");
            } else if (row.any() && place < rows.size() - 1) {
                findings.fault(shown, "is for any payment, so the rows behind it are for none");
            }
            String tender = row.name() == null ? row.account() : row.name();
            if (row.account() != null && !Objects.equals(accounts.getOrDefault(tender, row.account()), row.account())) {
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
            if (findings.isFaultyBelow(shown)) {
                continue;
            }
            if (!row.hasCondition()) {
                findings.fault(shown, "says for no rate that it is for it: country, rate, name, or any: true");
            } else if ((row.code() == null) != row.park()) {
                findings.fault(shown, "must say one of code and park: true");
            } else if (row.code() != null
                    && !accounts.getOrDefault(row.code(), account).equals(account)) {
                findings.fault(shown, "gives %s another account than a row before it".formatted(row.code()));
            }
            if (row.code() != null) {
                accounts.put(row.code(), account);
            }
        }
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
