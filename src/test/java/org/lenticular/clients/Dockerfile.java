package org.lenticular.clients;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's Dockerfile as its instructions, stage by stage. */
record Dockerfile(List<List<Instruction>> stages) {

    /** One instruction, its lines put together: {@code RUN} and what is run. */
    record Instruction(String keyword, String text) {}

    static Dockerfile read(Path file) throws IOException {
        List<List<Instruction>> stages = new ArrayList<>();
        StringBuilder instruction = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            boolean goesOn = line.endsWith("\\");
            if (!line.startsWith("#")) {
                instruction.append(goesOn ? line.substring(0, line.length() - 1) : line);
            }
            if (!goesOn && !instruction.isEmpty()) {
                add(stages, instruction.toString().split(" ", 2));
                instruction.setLength(0);
            }
        }
        return new Dockerfile(stages);
    }

    private static void add(List<List<Instruction>> stages, String[] keywordAndText) {
        if (keywordAndText[0].equals("FROM")) {
            stages.add(new ArrayList<>());
        }
        stages.get(stages.size() - 1).add(new Instruction(keywordAndText[0], keywordAndText[1]));
    }

    List<Instruction> build() {
        return stages.get(0);
    }

    List<Instruction> image() {
        return stages.get(stages.size() - 1);
    }

    /** What stands behind a keyword of the image. */
    String text(String keyword) {
        return image().stream()
                .filter(instruction -> instruction.keyword().equals(keyword))
                .map(Instruction::text)
                .findFirst()
                .orElseThrow();
    }

    /** The same as the list of words that it is in JSON, without options before the list. */
    List<String> words(String keyword) throws IOException {
        String text = text(keyword);
        return new ObjectMapper().readValue(text.substring(text.indexOf('[')), new TypeReference<>() {});
    }
}
