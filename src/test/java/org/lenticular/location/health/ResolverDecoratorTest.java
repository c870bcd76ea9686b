package org.lenticular.location.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenticular.location.LocationResolver;

/** What is around a resolver hides nothing of it, not even what has a default. */
class ResolverDecoratorTest {
    private record Signature(String name, List<Class<?>> parameters) {
        static Signature of(Method method) {
            return new Signature(method.getName(), List.of(method.getParameterTypes()));
        }
    }

    @Test
    void everyQuestionIsHandedOn() {
        assertThat(Arrays.stream(ResolverDecorator.class.getDeclaredMethods()).map(Signature::of))
                .containsAll(Arrays.stream(LocationResolver.class.getDeclaredMethods())
                        .map(Signature::of)
                        .toList());
    }
}
