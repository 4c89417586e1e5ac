package io.ledgerbridge.api.tables;

import io.ledgerbridge.api.Downloads;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers that are tables. */
@Component
public class Tables {

    /** So many rows at the most are handed out as a sheet: their temporary file has a tenth of the room that the manifests give. */
    public static final int MOST_IN_A_SHEET = 50_000;

    /** The type of a sheet. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final MediaType TEXT_CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Downloads downloads;

    Tables(Downloads downloads) {
        this.downloads = downloads;
    }

    /** All of a table. */
    public <T> ResponseEntity<StreamingResponseBody> csv(Table<T> table) {
        Csv<T> csv = new Csv<>(table, downloads.deadline());
        return ResponseEntity.ok().contentType(TEXT_CSV).body(csv::write);
    }

    /**
     * Likewise, as far as a sheet can have it.
     *
     * @throws ResponseStatusException 400 where it has more rows
     */
    public <T> ResponseEntity<StreamingResponseBody> xlsx(Table<T> table) {
        if (table.portions().count().getAsLong() > MOST_IN_A_SHEET) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "these %s are more than the %,d that a sheet may have: ask for fewer, or for CSV"
                            .formatted(table.name(), MOST_IN_A_SHEET));
        }
        Sheet<T> sheet = new Sheet<>(table, downloads.deadline());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(XLSX)).body(sheet::write);
    }
}
