package org.lenticular.clients;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The walks with pyvo 1.9, which astronomers install today. */
final class Pyvo19IT extends PyvoWalks {
    Pyvo19IT() {
        super(Pyvo.V1_9);
    }

    @Test
    @DisplayName(
            "what the service says of itself: SIA 2.0 found by capabilities, test queries and examples that find images")
    void vosi(RunningServer server) {
        Pyvo.V1_9.walk("vosi.py", server.base());
    }
}
