package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import org.springframework.stereotype.Component;

/** The X3 folders under the endpoints that X3 named when they were paired. */
@Component
public class PairedFolders {

    private final Folders folders;
    private final TokenStates logins;

    PairedFolders(Folders folders, TokenStates logins) {
        this.folders = folders;
        this.logins = logins;
    }

    /**
     * The settings of a store that is known to be there, under the endpoint that calls go to and by which the books know
     * the folder.
     */
    public FolderSettings of(String store) {
        FolderSettings folder = folders.of(store);
        if (!folder.auth().isPaired()) {
            return folder;
        }
        return logins.find(store)
                .map(login -> login.endpointUnder(folder))
                .filter(endpoint -> !endpoint.contains("://"))
                .map(folder::at)
                .orElse(folder);
    }
}
