package io.ledgerbridge.sandbox.sagex3;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/** X3's decimals and dates: a string of one comes in, of decimals also a number, and a string goes out. */
record X3Scalar(Function<String, Object> parser) implements Coercing<Object, String> {

    static final GraphQLScalarType DECIMAL = type("Decimal", BigDecimal::new);
    static final GraphQLScalarType DATE = type("Date", LocalDate::parse);

    private static GraphQLScalarType type(String name, Function<String, Object> parser) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new X3Scalar(parser))
                .build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return parser.apply(input.toString());
        } catch (NumberFormatException | DateTimeException wrong) {
            throw new CoercingParseValueException("Incorrect value: " + input, wrong);
        }
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return parser.apply(text(input));
        } catch (NumberFormatException | DateTimeException wrong) {
            throw new CoercingParseLiteralException("Incorrect value", wrong);
        }
    }

    private static String text(Value<?> input) {
        if (input instanceof FloatValue number) {
            return number.getValue().toString();
        }
        return input instanceof IntValue number
                ? number.getValue().toString()
                : input instanceof StringValue text ? String.valueOf(text.getValue()) : "";
    }
}
