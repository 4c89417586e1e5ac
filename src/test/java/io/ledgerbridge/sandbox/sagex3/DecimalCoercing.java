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
import java.math.BigDecimal;
import java.util.Locale;

/** X3's decimals: a number or a string of one comes in, a string goes out. */
final class DecimalCoercing implements Coercing<BigDecimal, String> {

    static final DecimalCoercing INSTANCE = new DecimalCoercing();

    private DecimalCoercing() {}

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return ((BigDecimal) value).toPlainString();
    }

    @Override
    public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return new BigDecimal(input.toString());
        } catch (NumberFormatException e) {
            throw CoercingParseValueException.newCoercingParseValueException()
                    .message("Not a decimal: " + input)
                    .cause(e)
                    .build();
        }
    }

    @Override
    public BigDecimal parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof FloatValue number) {
            return number.getValue();
        }
        if (input instanceof IntValue number) {
            return new BigDecimal(number.getValue());
        }
        if (input instanceof StringValue text) {
            return parseValue(String.valueOf(text.getValue()), context, locale);
        }
        throw CoercingParseLiteralException.newCoercingParseLiteralException()
                .message("Not a decimal")
                .build();
    }
}
