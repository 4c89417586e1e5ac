package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;

/** Where a page goes whose session has ended. */
class PageAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/orders?month=all&text=a%20b, /orders?month=all&text=a%20b",
        "https://elsewhere.example/needs-you, /needs-you",
        "http://localhost//elsewhere.example, /",
        "http://localhost, /",
        "not an address, /",
        "javascript:alert(1), /"
    })
    void isOpenedOnceMoreAtItsPlaceOnThisServer(String address, String place) {
        MockHttpServletResponse answer = answer(address);

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("HX-Redirect")).isEqualTo(place);
    }

    @Test
    void isHomeWhereNoAddressIsTold() {
        assertThat(answer(null).getHeader("HX-Redirect")).isEqualTo("/");
    }

    private static MockHttpServletResponse answer(@org.jspecify.annotations.Nullable String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
        request.addHeader("HX-Request", "true");
        if (address != null) {
            request.addHeader("HX-Current-URL", address);
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new PageAnswer().commence(request, answer, new InsufficientAuthenticationException("ended"));
        return answer;
    }
}
