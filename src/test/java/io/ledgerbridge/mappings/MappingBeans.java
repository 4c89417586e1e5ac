package io.ledgerbridge.mappings;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.sagex3.login.TokenStates;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The versions of mappings, for tests that begin a part of the program. */
@Configuration(proxyBeanMethods = false)
@Import({TokenStates.class, AuditTrail.class, MappingTrail.class, MappingVersions.class})
public class MappingBeans {}
