package io.ledgerbridge.settings;

import io.ledgerbridge.settings.binding.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks the rows of a channel's {@code tenders} and {@code tax} against each other.
 *
 * @param name the channel's full name, with a dot at its end
 */
record ListChecks(String name, ChannelProperties settings, Findings findings) {

    void check() {
        checkTenders();
        checkTaxes();
    }

    private void checkTenders() {
        List<TenderProperties> rows = settings.tenders();
        Map<String, TenderProperties> accounts = new HashMap<>();
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
            if (tender != null && row.account() != null && !row.hasTheAccountOf(accounts.getOrDefault(tender, row))) {
                findings.fault(shown, "gives \"%s\" another account than a row before it".formatted(tender));
            }
            if (tender != null) {
                accounts.put(tender, row);
            }
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
            } else if (row.any() && place < rows.size() - 1) {
                findings.fault(shown, "is for any rate, so the rows behind it are for none");
            } else if (row.code() != null
                    && !accounts.getOrDefault(row.code(), account).equals(account)) {
                findings.fault(shown, "gives %s another account than a row before it".formatted(row.code()));
            }
            if (row.code() != null) {
                accounts.put(row.code(), account);
            }
        }
    }
}
