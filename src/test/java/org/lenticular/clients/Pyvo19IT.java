package org.lenticular.clients;

/** The walks with pyvo 1.9, which astronomers install today. */
final class Pyvo19IT extends PyvoWalks {
    Pyvo19IT() {
        super(Pyvo.V1_9);
    }
}
