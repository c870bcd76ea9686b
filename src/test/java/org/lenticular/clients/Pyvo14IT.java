package org.lenticular.clients;

/** The walks with pyvo 1.4, which the notebook was written with. */
final class Pyvo14IT extends PyvoWalks {
    Pyvo14IT() {
        super(Pyvo.V1_4);
    }
}
