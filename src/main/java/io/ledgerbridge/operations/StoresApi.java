package io.ledgerbridge.operations;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.Side;
import io.ledgerbridge.inbox.Connections;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Login;
import io.ledgerbridge.sagex3.Logins;
import io.ledgerbridge.sagex3.PairedFolders;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.FluentProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The stores: how each stood with its two sides of late, and how it stands with them now. */
@RestController
@RequestMapping("/api/stores")
class StoresApi {

    private final Shops shops;
    private final PairedFolders folders;
    private final Connections connections;
    private final Logins logins;
    private final FluentProducerTemplate routes;

    StoresApi(
            Shops shops, PairedFolders folders, Connections connections, Logins logins, FluentProducerTemplate routes) {
        this.shops = shops;
        this.folders = folders;
        this.connections = connections;
        this.logins = logins;
        this.routes = routes;
    }

    /**
     * A store.
     *
     * @param endpoint that calls go to: the settings', or the one that X3 named in its place
     * @param connections by side
     */
    record Store(String store, String api, String endpoint, Map<String, Connection> connections) {}

    /**
     * How orders get on with one side.
     *
     * @param state {@code ok}, {@code waiting} or {@code needs-pairing}
     * @param since when the trouble began
     * @param until when it is tried again, where it is
     */
    record Connection(
            String state,
            @Nullable String detail,
            @Nullable Instant since,
            @Nullable Instant until) {

        private static final Connection OK = new Connection("ok", null, null, null);

        static Connection waiting(Connections.Trouble trouble) {
            return new Connection("waiting", trouble.detail(), trouble.since(), trouble.until());
        }

        static Connection needsPairing(Login login) {
            return new Connection("needs-pairing", login.detail(), login.needsPairingSince(), null);
        }
    }

    record Pinged(List<?> checks) {}

    @GetMapping
    List<Store> stores() {
        List<Connections.Trouble> troubles = connections.troubles();
        return shops.all().keySet().stream()
                .map(store -> store(store, troubles))
                .toList();
    }

    /** Asks both sides now, and changes nothing at either. */
    @PostMapping("/{store}/ping")
    Pinged ping(@PathVariable String store) {
        if (shops.find(store).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
        return new Pinged(routes.withBody(store).to("direct:ping-store").request(List.class));
    }

    private Store store(String store, List<Connections.Trouble> troubles) {
        FolderSettings folder = folders.of(store);
        Map<String, Connection> sides = new TreeMap<>();
        for (Side side : Side.values()) {
            sides.put(side.label(), connection(store, folder, side, troubles));
        }
        return new Store(store, folder.api().name().toLowerCase(Locale.ROOT), folder.endpoint(), sides);
    }

    private Connection connection(String store, FolderSettings folder, Side side, List<Connections.Trouble> troubles) {
        Optional<Login> unpaired = side == Side.SAGE_X3 && folder.auth().isPaired()
                ? logins.find(store).filter(Login::needsPairing)
                : Optional.empty();
        return unpaired.map(Connection::needsPairing)
                .orElseGet(() -> troubles.stream()
                        .filter(trouble -> trouble.store().equals(store) && trouble.side() == side)
                        .findFirst()
                        .map(Connection::waiting)
                        .orElse(Connection.OK));
    }
}
