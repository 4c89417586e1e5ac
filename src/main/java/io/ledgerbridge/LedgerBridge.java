package io.ledgerbridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program. */
@SpringBootApplication
public class LedgerBridge {

    public static void main(String[] args) {
        SpringApplication.run(LedgerBridge.class, args);
    }
}
