package io.ledgerbridge.sandbox.sagex3;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;

/** The GraphQL schema of a folder: Sage's properties of the node, and the customer's create and reference. */
final class JournalEntrySchema {

    private static final String SDL = """
            scalar Decimal
            scalar Date

            type Query { x3Finance: Package_Query, x3FinanceData: FinanceData_Query, x3System: System_Query, x3MasterData: MasterData_Query }
            type Mutation { x3Finance: Package_Mutation }
            type Package_Query {
              journalEntry: JournalEntry_Query
              account: Code_Query
              journal: Code_Query
              entryType: Code_Query
              period: Period_Query
            }
            type FinanceData_Query { account: Code_Query, journal: Code_Query, entryType: Code_Query, period: Period_Query }
            type System_Query { site: Code_Query }
            type MasterData_Query { businessPartner: Code_Query }
            type Code_Query { query(first: Int, filter: String): Code_Connection }
            type Code_Connection { edges: [Code_Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
            type Code_Edge { node: Reference! }
            type Period_Query { query(first: Int, filter: String): Period_Connection }
            type Period_Connection { edges: [Period_Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
            type Period_Edge { node: Period! }
            enum PeriodStatus { notOpen, open, closed }
            type Period { _id: String!, ledgerTypeNumber: Int, startDate: Date, endDate: Date, status: PeriodStatus }
            type Package_Mutation { journalEntry: JournalEntry_Mutation }

            type JournalEntry_Query {
              query(first: Int, filter: String): JournalEntry_Connection
            }
            type JournalEntry_Mutation { create(data: JournalEntry_Input!): JournalEntry }
            type JournalEntry_Connection { edges: [JournalEntry_Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
            type JournalEntry_Edge { node: JournalEntry! }
            type PageInfo { hasNextPage: Boolean! }
            type Reference { _id: String!, code: String! }
            enum JournalEntry_Status { temporary, final }

            type JournalEntry {
              _id: String!
              journalEntryType: Reference
              journalEntryNumber: String
              company: Reference
              site: Reference
              journal: Reference
              accountingDate: Date
              documentDate: Date
              rateDate: Date
              journalEntryStatus: JournalEntry_Status
              transactionCurrency: Reference
              sourceDocument: String
              description: String
              journalEntryLines: JournalEntryLine_Collection
            }
            type JournalEntryLine_Collection { query(first: Int): JournalEntryLine_Connection }
            type JournalEntryLine_Connection { edges: [JournalEntryLine_Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
            type JournalEntryLine_Edge { node: JournalEntryLine! }
            type JournalEntryLine {
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

            input JournalEntry_Input {
              journalEntryType: String
              journalEntryNumber: String
              site: String
              journal: String
              accountingDate: Date
              documentDate: Date
              rateDate: Date
              journalEntryStatus: JournalEntry_Status
              transactionCurrency: String
              sourceDocument: String
              description: String
              journalEntryLines: [JournalEntryLine_Input!]
            }
            input JournalEntryLine_Input {
              account: String
              businessPartner: String
              sign: Int
              transactionAmount: Decimal
              lineDescription: String
              tax: String
              DIMENSIONS
            }
            """;

    private static final String DIMENSIONS =
            "CCE1: String, CCE2: String, CCE3: String, CCE4: String, CCE5: String, CCE6: String, CCE7: String,"
                    + " CCE8: String, CCE9: String";

    private JournalEntrySchema() {}

    static GraphQLSchema of(EntryFetchers fetchers, Folder folder) {
        RuntimeWiring.Builder wiring =
                RuntimeWiring.newRuntimeWiring().scalar(X3Scalar.DECIMAL).scalar(X3Scalar.DATE);
        for (String level : List.of(
                "Query",
                "Mutation",
                "Package_Query",
                "Package_Mutation",
                "FinanceData_Query",
                "System_Query",
                "MasterData_Query")) {
            wiring.type(level, type -> type.defaultDataFetcher(EntryFetchers::level));
        }
        CodeFetchers.wire(wiring, folder);
        wiring.type("JournalEntry_Query", type -> type.dataFetcher("query", fetchers::query));
        wiring.type("JournalEntry_Mutation", type -> type.dataFetcher("create", fetchers::create));
        wiring.type("JournalEntryLine_Collection", type -> type.dataFetcher("query", EntryFetchers::lines));
        return new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().parse(SDL.replace("DIMENSIONS", DIMENSIONS)), wiring.build());
    }
}
