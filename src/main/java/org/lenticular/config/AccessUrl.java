package org.lenticular.config;

/** What the {@code access_url} of an image leads to in answers of SIA 2.0 (§3.1.3). */
public enum AccessUrl {
    /** The image itself. */
    IMAGE,
    /** Its links, which lead to the image and to all that belongs to it. */
    LINKS
}
