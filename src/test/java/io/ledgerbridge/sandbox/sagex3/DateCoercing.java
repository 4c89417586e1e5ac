package io.ledgerbridge.sandbox.sagex3;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** X3's dates: ISO 8601, a day without a time. */
final class DateCoercing implements Coercing<LocalDate, String> {

    static final DateCoercing INSTANCE = new DateCoercing();

    private DateCoercing() {}

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return LocalDate.parse(input.toString());
        } catch (DateTimeException e) {
            throw CoercingParseValueException.newCoercingParseValueException()
                    .message("Not a date: " + input)
                    .cause(e)
                    .build();
        }
    }

    @Override
    public LocalDate parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text) {
            return parseValue(String.valueOf(text.getValue()), context, locale);
        }
        throw CoercingParseLiteralException.newCoercingParseLiteralException()
                .message("Not a date")
                .build();
    }
}
