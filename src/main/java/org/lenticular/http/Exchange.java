package org.lenticular.http;

import org.lenticular.config.Config;

/** What every servlet needs to take a request in and send an answer out. */
record Exchange(RequestReader reader, BaseAddress base, AnswerWriter writer, Failures failures) {
    static Exchange of(Config.Service service, Config.Limits limits) {
        Failures failures = new Failures();
        return new Exchange(
                new RequestReader(limits, System::nanoTime),
                new BaseAddress(service),
                new AnswerWriter(failures, new Cors(service.cors()), service.gzip()),
                failures);
    }
}
