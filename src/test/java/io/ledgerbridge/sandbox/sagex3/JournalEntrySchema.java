package io.ledgerbridge.sandbox.sagex3;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Locale;

/** The GraphQL schema of a folder: Sage's properties of the node, and the customer's create and reference. */
final class JournalEntrySchema {

    private static final String SDL = """
            scalar Decimal
            scalar Date

            type Query { PACKAGE: Package_Query }
            type Mutation { PACKAGE: Package_Mutation }
            type Package_Query { NODE: TYPE_Query }
            type Package_Mutation { NODE: TYPE_Mutation }

            type TYPE_Query {
              query(first: Int, filter: String): TYPE_Connection
              read(_id: String!): TYPE
            }
            type TYPE_Mutation { create(data: TYPE_Input!): TYPE }
            type TYPE_Connection { edges: [TYPE_Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
            type TYPE_Edge { node: TYPE! }
            type PageInfo { hasNextPage: Boolean! }
            type Reference { _id: String!, code: String! }
            enum TYPE_Status { temporary, final }

            type TYPE {
              _id: String!
              journalEntryType: Reference
              journalEntryNumber: String
              company: Reference
              site: Reference
              journal: Reference
              accountingDate: Date
              journalEntryStatus: TYPE_Status
              transactionCurrency: Reference
              REFERENCE: String
              description: String
              journalEntryLines: TYPELine_Collection
            }
            type TYPELine_Collection { query(first: Int): TYPELine_Connection }
            type TYPELine_Connection { edges: [TYPELine_Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
            type TYPELine_Edge { node: TYPELine! }
            type TYPELine {
              account: Reference
              businessPartner: Reference
              controlAccount: Reference
              sign: Int
              transactionAmount: Decimal
              lineDescription: String
              tax: Reference
              ledgerTypeNumber: Int
              DIMENSIONS
            }

            input TYPE_Input {
              journalEntryType: String
              journalEntryNumber: String
              site: String
              journal: String
              accountingDate: Date
              journalEntryStatus: TYPE_Status
              transactionCurrency: String
              REFERENCE: String
              description: String
              journalEntryLines: [TYPELine_Input!]
            }
            input TYPELine_Input {
              account: String
              businessPartner: String
              sign: Int
              transactionAmount: Decimal
              lineDescription: String
              DIMENSIONS
            }
            """;

    /** The dimension types that a line has room for. */
    static final String DIMENSION = "CCE[1-9]";

    private static final String DIMENSIONS =
            "CCE1: String, CCE2: String, CCE3: String, CCE4: String, CCE5: String, CCE6: String, CCE7: String,"
                    + " CCE8: String, CCE9: String";

    private JournalEntrySchema() {}

    static GraphQLSchema of(Folder.Names names, EntryFetchers fetchers) {
        String type = typeOf(names);
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(sdl(names)),
                        RuntimeWiring.newRuntimeWiring()
                                .scalar(scalar("Decimal", DecimalCoercing.INSTANCE))
                                .scalar(scalar("Date", DateCoercing.INSTANCE))
                                .type("Query", wiring -> wiring.defaultDataFetcher(EntryFetchers::level))
                                .type("Mutation", wiring -> wiring.defaultDataFetcher(EntryFetchers::level))
                                .type("Package_Query", wiring -> wiring.defaultDataFetcher(EntryFetchers::level))
                                .type("Package_Mutation", wiring -> wiring.defaultDataFetcher(EntryFetchers::level))
                                .type(
                                        type + "_Query",
                                        wiring -> wiring.dataFetcher("query", fetchers::query)
                                                .dataFetcher("read", fetchers::read))
                                .type(type + "_Mutation", wiring -> wiring.dataFetcher("create", fetchers::create))
                                .type(
                                        type + "Line_Collection",
                                        wiring -> wiring.dataFetcher("query", EntryFetchers::lines))
                                .build());
    }

    private static String sdl(Folder.Names names) {
        return SDL.replace("PACKAGE", names.graphQlPackage())
                .replace("NODE", names.graphQlNode())
                .replace("REFERENCE", names.graphQlReference())
                .replace("TYPE", typeOf(names))
                .replace("DIMENSIONS", DIMENSIONS);
    }

    private static String typeOf(Folder.Names names) {
        String node = names.graphQlNode();
        return node.substring(0, 1).toUpperCase(Locale.ROOT) + node.substring(1);
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }
}
