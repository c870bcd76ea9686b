package org.lenticular.clients;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end of a test run, in one place and also where Maven is told to be quiet, which tests did not run and why,
 * so that nobody takes a run without STILTS or without an old Python for a whole one. Says nothing when all ran.
 */
public final class SkippedTests implements TestExecutionListener {
    private final Map<String, List<String>> testsByReason = Collections.synchronizedMap(new LinkedHashMap<>());

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            add(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    private void add(TestIdentifier test, String reason) {
        testsByReason
                .computeIfAbsent(reason.strip(), key -> new CopyOnWriteArrayList<>())
                .add(name(test));
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaClass().getSimpleName() + ": " + test.getDisplayName())
                .orElseGet(test::getDisplayName);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!testsByReason.isEmpty()) {
            System.out.println(summary());
        }
    }

    String summary() {
        StringBuilder text = new StringBuilder("\n================ SKIPPED ================\n");
        testsByReason.forEach((reason, tests) -> {
            text.append(reason).append('\n');
            tests.forEach(test -> text.append("    not run: ").append(test).append('\n'));
        });
        return text.append("=========================================").toString();
    }
}
