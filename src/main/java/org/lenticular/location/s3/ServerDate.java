package org.lenticular.location.s3;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Puts the server's time out of sight of Amazon's library, which would correct a clock that is wrong for itself alone, and silently: the addresses
 * that we sign for clients would still be refused, and nobody would be told.
 */
final class ServerDate implements ExecutionInterceptor {
    private static final String HEADER = "Date";
    private static final String OURS = "x-lenticular-date";

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        return response.firstMatchingHeader(HEADER)
                .<SdkHttpResponse>map(date -> response.toBuilder()
                        .removeHeader(HEADER)
                        .putHeader(OURS, date)
                        .build())
                .orElse(response);
    }

    /** When the server answered, by its own clock. */
    static Optional<Instant> of(SdkHttpResponse response) {
        try {
            return response.firstMatchingHeader(OURS)
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
