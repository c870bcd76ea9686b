package org.lenticular.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A block holds the addresses that begin with its bits, of its own version of IP, and no name. */
class AddressBlockTest {
    private static boolean holds(String block, String address) {
        Optional<AddressBlock> parsed = AddressBlock.parse(block);
        assertThat(parsed).isPresent();
        return parsed.get().contains(address);
    }

    @Test
    void addressesInAndBesideABlock() {
        assertThat(holds("10.0.0.0/8", "10.255.0.1")).isTrue();
        assertThat(holds("10.0.0.0/8", "11.0.0.1")).isFalse();
        assertThat(holds("192.168.1.128/25", "192.168.1.200")).isTrue();
        assertThat(holds("192.168.1.128/25", "192.168.1.127")).isFalse();
        assertThat(holds("0.0.0.0/0", "1.2.3.4")).isTrue();
        assertThat(holds("10.1.2.3", "10.1.2.3")).isTrue();
        assertThat(holds("10.1.2.3", "10.1.2.4")).isFalse();
    }

    @Test
    void longAddresses() {
        assertThat(holds("2001:db8::/32", "2001:db8:ffff::1")).isTrue();
        assertThat(holds("2001:db8::/32", "2001:db9::1")).isFalse();
        assertThat(holds("::1", "0:0:0:0:0:0:0:1")).isTrue();
        assertThat(holds("::/0", "10.0.0.1")).isFalse();
        assertThat(holds("10.0.0.0/8", "::ffff:10.0.0.1")).isTrue();
    }

    @Test
    void whatIsNoAddressIsInNoBlock() {
        assertThat(holds("0.0.0.0/0", "localhost")).isFalse();
        assertThat(holds("0.0.0.0/0", "")).isFalse();
        assertThat(AddressBlock.parse("proxy.example.org")).isEmpty();
        assertThat(AddressBlock.parse("10.0.0.0/-1")).isEmpty();
    }
}
