package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;

/** Places that are set up alike share one connection, and the last of them to close closes it, with all its threads. */
class ConnectionsTest {
    private final Connections connections = new Connections(Clock.systemUTC());

    private static Connection.Key key(String endpoint) {
        return new Connection.Key(
                new Server(endpoint, "us-east-1", true), Credentials.ANONYMOUS, Duration.ofSeconds(10));
    }

    @Test
    void thoseOfOneServerAreOne() {
        Connections.Lease one = connections.lease(key("http://a.example"));
        Connections.Lease two = connections.lease(key("http://a.example"));
        Connections.Lease other = connections.lease(key("http://b.example"));
        Connection first = one.get();
        assertThat(two.get()).isSameAs(first);
        assertThat(one.get()).isSameAs(first);
        assertThat(other.get()).isNotSameAs(first);

        one.close();
        assertThat(two.get()).isSameAs(first);
        two.close();
        two.close();
        Connections.Lease three = connections.lease(key("http://a.example"));
        assertThat(three.get()).isNotSameAs(first);
        three.close();
        other.close();
    }

    @Test
    void whatIsClosedAsksNoMore() throws Exception {
        Connections.Lease lease = connections.lease(key("http://a.example"));
        lease.close();
        assertThatThrownBy(lease::get).isInstanceOf(Connections.Closed.class);

        try (FaultyServer server = FaultyServer.saying(FaultyServer.status(200), FaultyServer.status(200))) {
            LocationResolver place = new S3Place.Kind().open(server.settings());
            place.close();
            assertThat(place.probe(place.locate("a"))).isEqualTo(Probe.unknown("the service stops, and asks no more"));
            assertThatThrownBy(() -> place.list(place.locate("dir/")))
                    .isInstanceOf(PlaceException.class)
                    .hasMessage("the service stops, and asks no more");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void itsThreadsEndWithIt() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (FaultyServer server =
                FaultyServer.saying(FaultyServer.status(404), FaultyServer.error(404, "NoSuchKey"))) {
            Map<String, String> settings = new HashMap<>(server.settings());
            LocationResolver place = new S3Place.Kind().open(settings);
            assertThat(place.probe(place.locate("a")).found()).isEqualTo(Probe.Found.NOT_THERE);
            Set<Thread> made = new HashSet<>(Thread.getAllStackTraces().keySet());
            made.removeAll(before);
            made.removeIf(thread -> thread.getName().startsWith("faulty")
                    || thread.getThreadGroup() == null
                    || thread.getThreadGroup().getName().equals("system")
                    || thread.getThreadGroup().getName().equals("InnocuousThreadGroup"));
            assertThat(made).as("it waits for the time limit").isNotEmpty();
            place.close();
            for (Thread thread : made) {
                thread.join(Duration.ofSeconds(60).toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
