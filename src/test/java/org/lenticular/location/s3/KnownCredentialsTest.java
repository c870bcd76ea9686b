package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** That there are no credentials is found out once, and then again after a while: to find it out may take seconds. */
class KnownCredentialsTest {
    private volatile Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean there;
    private volatile Callable<@Nullable Void> lookout = () -> null;
    private final KnownCredentials credentials = new KnownCredentials(Credentials.DEFAULT, this::find, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private AwsCredentials find() {
        asked.incrementAndGet();
        try {
            lookout.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        if (there) {
            return AwsBasicCredentials.create("AKIATEST", "hush");
        }
        throw SdkClientException.create("tried this and that, with hush-hush");
    }

    private void refuses() {
        assertThatThrownBy(credentials::resolveCredentials)
                .isInstanceOf(NoCredentials.class)
                .hasMessageStartingWith("AWS's default chain finds no credentials: set AWS_ACCESS_KEY_ID")
                .hasMessageNotContaining("hush");
    }

    @Test
    void anEmptyHandIsRememberedForHalfAMinute() {
        refuses();
        now = now.plus(Duration.ofSeconds(29));
        refuses();
        assertThat(asked).hasValue(1);

        there = true;
        now = now.plus(Duration.ofSeconds(2));
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIATEST");
        credentials.resolveCredentials();
        assertThat(asked).as("the library keeps what it has found").hasValue(3);

        there = false;
        refuses();
        refuses();
        assertThat(asked).hasValue(4);
    }

    @Test
    void whileOneLooksAgainTheOthersDoNotWait() throws Exception {
        refuses();
        now = now.plus(Duration.ofSeconds(31));
        CountDownLatch looks = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        lookout = () -> {
            looks.countDown();
            release.await();
            return null;
        };
        Thread one = new Thread(this::refuses);
        one.start();
        looks.await();
        refuses();
        assertThat(asked).hasValue(2);
        release.countDown();
        one.join();
    }
}
