package org.lenticular.ops;

import java.util.List;

/** Whether the service can do its work. Asked often: it must be cheap, and look no further than this machine. Thread-safe. */
public interface Health {
    /** What keeps the service from answering, a phrase each, fit for strangers; empty where nothing does. */
    List<String> hindrances();

    /** What the service does without meanwhile, such as a place that is down; a phrase each, fit for strangers. */
    default List<String> remarks() {
        return List.of();
    }
}
