package io.ledgerbridge.api.proof;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.mappings.MappingVersion;
import io.ledgerbridge.mappings.MappingVersions;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What each channel's accounts and policies were, and since when. */
@RestController
@RequestMapping("/api/mappings")
public class MappingsApi {

    private final Shops shops;
    private final MappingVersions mappings;

    MappingsApi(Shops shops, MappingVersions mappings) {
        this.shops = shops;
        this.mappings = mappings;
    }

    /** All versions of a store's mappings. */
    public record View(String store, List<MappingVersion> items) {}

    /** By channel, the oldest version first; a version is in force until the next. Those of a store that is gone stay. */
    @GetMapping
    public View of(@RequestParam String store) {
        List<MappingVersion> versions = mappings.of(store);
        if (versions.isEmpty() && shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        return new View(store, versions);
    }
}
