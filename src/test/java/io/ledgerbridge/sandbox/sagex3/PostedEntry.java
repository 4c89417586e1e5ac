package io.ledgerbridge.sandbox.sagex3;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry in X3's ledger.
 *
 * @param type TYP, with the number X3's only unique key
 * @param number NUM
 * @param reference BPRVCR, which X3 lets repeat; empty where none came
 * @param description DESVCR
 * @param status STA: 1 temporary, 2 final
 * @param extras with both dates
 */
public record PostedEntry(
        String folder,
        String type,
        String number,
        String site,
        String journal,
        LocalDate date,
        String currency,
        String reference,
        String description,
        int status,
        List<Line> lines,
        EntryExtras extras) {

    public PostedEntry {
        lines = List.copyOf(lines);
    }

    /** One that says nothing beside. */
    public PostedEntry(
            String folder,
            String type,
            String number,
            String site,
            String journal,
            LocalDate date,
            String currency,
            String reference,
            String description,
            int status,
            List<Line> lines) {
        this(
                folder,
                type,
                number,
                site,
                journal,
                date,
                currency,
                reference,
                description,
                status,
                lines,
                EntryExtras.NONE.of(date));
    }

    /** The header's fields under X3's names, by which queries select. */
    Map<String, String> header() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("TYP", type);
        header.put("NUM", number);
        header.put("CPY", "FR10");
        header.put("FCY", site);
        header.put("JOU", journal);
        header.put("ACCDAT", date.toString());
        header.put("CUR", currency);
        header.put("BPRVCR", reference);
        header.put("DESVCR", description);
        header.put("STA", Integer.toString(status));
        extras.addTo(header);
        return header;
    }

    PostedEntry under(String other) {
        return new PostedEntry(
                folder, type, other, site, journal, date, currency, reference, description, status, lines, extras);
    }

    PostedEntry withoutReference() {
        return new PostedEntry(
                folder, type, number, site, journal, date, currency, "", description, status, lines, extras);
    }

    /** The signed sum on each account, debits positive. */
    public Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.account(), line.signed(), BigDecimal::add));
        return sums;
    }

    /**
     * A line of an entry.
     *
     * @param sign SNS: 1 debit, -1 credit
     * @param amount AMTCUR, at the currency's scale; below zero where it came so and the folder takes it
     * @param description DES
     * @param taxCode TAX; empty where none came
     */
    public record Line(
            String account,
            @Nullable String businessPartner,
            int sign,
            BigDecimal amount,
            String description,
            Map<String, String> dimensions,
            String taxCode) {

        public Line {
            dimensions = Map.copyOf(dimensions);
        }

        /** Without a tax code. */
        public Line(
                String account,
                @Nullable String businessPartner,
                int sign,
                BigDecimal amount,
                String description,
                Map<String, String> dimensions) {
            this(account, businessPartner, sign, amount, description, dimensions, "");
        }

        /** Debit positive, credit negative. */
        public BigDecimal signed() {
            return sign < 0 ? amount.negate() : amount;
        }
    }
}
