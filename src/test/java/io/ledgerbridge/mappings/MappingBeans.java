package io.ledgerbridge.mappings;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.stores.StoreTrail;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The versions of mappings, for tests that begin a part of the program. */
@Configuration(proxyBeanMethods = false)
@Import({AuditTrail.class, StoreTrail.class, MappingTrail.class, MappingVersions.class})
public class MappingBeans {}
