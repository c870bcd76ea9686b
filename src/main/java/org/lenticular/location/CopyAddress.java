package org.lenticular.location;

import java.util.Optional;
import org.lenticular.archive.Source;

/**
 * A copy of a product as a list of all of them has it: with an address that anybody may know, never a signed one.
 *
 * @param source where it is
 * @param href its location ({@code https://…}, {@code s3://bucket/key}), or its lasting address here where it has no other that clients can use
 * @param cloud what {@code cloud_access} says of it; empty where it is in no cloud
 * @param requesterPays whether who fetches it there is billed
 */
public record CopyAddress(Source source, String href, Optional<CloudAccess> cloud, boolean requesterPays) {}
