package org.lenticular.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lenticular.app.Inspection;
import org.lenticular.archive.Location;
import org.lenticular.audit.PlaceCheck;
import org.lenticular.fault.Quoted;
import org.lenticular.location.Place;
import org.lenticular.protocol.Served;

/** Asks every place of every collection for one object, several at a time, and tells what each said. */
final class PlacesText {
    private static final int AT_A_TIME = 8;

    private final Inspection inspection;
    private final PrintWriter out;

    PlacesText(Inspection inspection, PrintWriter out) {
        this.inspection = inspection;
        this.out = out;
    }

    /** How many are not as they should be. */
    int print() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            int wrong = 0;
            for (Asked each : ask(pool)) {
                PlaceCheck check = each.answer().get();
                wrong += check.fine() ? 0 : 1;
                print(each.collection(), check);
            }
            return wrong;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a place could not be asked", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private record Asked(String collection, Future<PlaceCheck> answer) {}

    private List<Asked> ask(ExecutorService pool) {
        List<Asked> all = new ArrayList<>();
        for (Served served : inspection.collections().values()) {
            for (Place place : served.copies().places()) {
                all.add(new Asked(served.name(), pool.submit(() -> check(served, place))));
            }
        }
        return all;
    }

    private PlaceCheck check(Served served, Place place) {
        return inspection
                .watchedBy(served.name(), place)
                .map(path -> PlaceCheck.byWatched(place, path))
                .orElseGet(() -> PlaceCheck.of(served.name(), place, inspection.catalogue()));
    }

    private void print(String collection, PlaceCheck check) {
        out.println(collection + ": " + Quoted.oneLine(check.place().source().name()) + ": "
                + (check.fine() ? "" : "WRONG: ") + Quoted.oneLine(check.text())
                + check.location()
                        .map(Location::text)
                        .map(text -> " (" + Quoted.oneLine(text) + ")")
                        .orElse(""));
        out.flush();
    }
}
