package org.lenticular.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.fault.Quoted;
import org.lenticular.location.Address;
import org.lenticular.location.Choice;
import org.lenticular.location.Explanation;
import org.lenticular.location.Explanation.Step;

/** Tells an {@link Explanation} to people. Addresses that are signed are cut. */
final class ExplanationText {
    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    void product(Product product) {
        line("  path", product.path());
        line("  semantics", product.semantics());
        line("  content type", product.contentType());
        Long length = product.contentLength();
        line("  length", length == null ? null : bytes(length));
    }

    void print(Explanation explanation) {
        int number = 0;
        for (Step step : explanation.steps()) {
            print(++number, step);
        }
        for (Choice choice : explanation.choices()) {
            line("  handed out", choice.address() == null ? null : shown(choice.address()));
            line("  source", choice.source());
            line("  source_note", choice.note());
            line(
                    "  error_message",
                    choice.fault() == null ? null : choice.fault().text());
        }
        Choice lasting = explanation.lasting();
        line(
                "  /data leads to",
                lasting.address() == null
                        ? lasting.fault() == null
                                ? null
                                : "nowhere: " + lasting.fault().message()
                        : shown(lasting.address()) + " (" + lasting.source() + ")");
        line("  cloud_access", explanation.cloudAccess());
    }

    private void print(int number, Step step) {
        out.println("  step " + number + ": "
                + Quoted.oneLine(step.place().source().name()) + (step.wanted() ? ", which was asked for" : ""));
        line("    holds it", holds(step));
        line("    location", step.location().map(Object::toString).orElse(null));
        step.location().ifPresent(location -> {
            line("    address", address(step.link()));
            line("    by http(s)", address(step.web()));
        });
        line(
                "    so",
                switch (step.outcome()) {
                    case CHOSEN -> "handed out";
                    case PASSED_OVER -> step.reason().isEmpty() ? "passed over" : "passed over: " + step.reason();
                    case NOT_NEEDED -> "not needed: a copy is found already";
                });
    }

    private static String holds(Step step) {
        if (step.place().resolver().isEmpty()) {
            return "no: it is a name without a place";
        }
        if (step.refusal().isPresent()) {
            return "no: such a file is never served: " + step.refusal().get();
        }
        Held held = step.held();
        if (held == null) {
            return step.location().isPresent() ? "yes, by its rule (holds)" : "no, by its rule (holds)";
        }
        if (!held.there()) {
            return "no: the catalogue says that there is no copy there";
        }
        return held.at() == null ? "yes, as listed" : "yes, as listed, by its own name there: " + held.at();
    }

    private static String address(Optional<Address> address) {
        return address.map(ExplanationText::shown).orElse("none");
    }

    private static String shown(Address address) {
        return address
                + address.lifetime()
                        .map(lifetime -> String.format(Locale.ROOT, " (signed, works for %,d s)", lifetime.toSeconds()))
                        .orElse("");
    }

    static String bytes(long length) {
        return String.format(Locale.ROOT, "%,d bytes", length);
    }

    private void line(String what, @Nullable String value) {
        if (value != null) {
            out.println(what + ": " + Quoted.oneLine(value));
        }
    }
}
