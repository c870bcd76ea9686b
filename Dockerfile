# Lenticular in a container, from this folder alone:
#
#   docker build -t lenticular .
#   docker run --read-only -p 8080:8080 lenticular                      # the bundled example
#   docker run --read-only -p 8080:8080 -v "$PWD/conf:/etc/lenticular:ro" -v lenticular:/var/lib/lenticular lenticular
#
# A configuration is found at /etc/lenticular/lenticular.yaml. Let it say  catalogue: { folder: /var/lib/lenticular }  so that
# what has been loaded is kept in the volume. Other commands work too:  docker run … lenticular check

FROM eclipse-temurin:21-jdk-noble AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY webapp webapp
COPY conf conf
COPY src/main src/main
RUN ./mvnw -B -ntp -Dmaven.test.skip=true package

FROM eclipse-temurin:21-jre-noble
RUN install -d -o 10001 -g 10001 /var/lib/lenticular
COPY --from=build /build/target/lenticular.war /opt/lenticular/lenticular.war
USER 10001:10001
WORKDIR /var/lib/lenticular
# The only places that are written to. /tmp is a volume, and no tmpfs, since SQLite's library is loaded from it.
VOLUME ["/tmp", "/var/lib/lenticular"]
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health/live"]
ENTRYPOINT ["/bin/sh", "-c", "\
    config=/etc/lenticular/lenticular.yaml; \
    if [ -f $config ]; then set -- \"$@\" --config $config; fi; \
    exec java -XX:MaxRAMPercentage=75 -jar /opt/lenticular/lenticular.war \"$@\"", "lenticular"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8080"]
