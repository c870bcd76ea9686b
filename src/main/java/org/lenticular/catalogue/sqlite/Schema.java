package org.lenticular.catalogue.sqlite;

import java.util.List;

/**
 * The tables of one collection's file. What is told of an image, and its place on the sky, is in the file of images beside it, and datasets with
 * their products are in the file of products; what of an image can be constrained is in the file of facts; here is what images are looked up by, and what of the sky they cover. Nothing needs a sequence or a foreign key.
 */
final class Schema {
    /** Kept in the file; a file with another number counts as not loaded. */
    static final int VERSION = 9;

    static final List<String> TABLES =
            List.of("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID", """
            CREATE TABLE image (
              id INTEGER PRIMARY KEY, -- its number in the file of images, and one more
              did TEXT COLLATE NOCASE,
              dataset TEXT NOT NULL,
              format TEXT COLLATE NOCASE)""", """
            CREATE TABLE word ( -- what the numbers in the file of facts stand for
              term TEXT NOT NULL,
              text TEXT NOT NULL,
              number INTEGER NOT NULL, -- from 1, for each term
              PRIMARY KEY (term, text)) WITHOUT ROWID""", """
            CREATE TABLE coverage ( -- one row: what of the sky the images cover
              map BLOB NOT NULL)""");

    /** Made when the rows are in. */
    static final List<String> INDEXES = List.of(
            "CREATE INDEX image_dataset ON image (dataset, format)",
            "CREATE INDEX image_did ON image (did) WHERE did IS NOT NULL");

    /** Where images and products wait, in a file of its own, until all are read and can be put in order. */
    static final List<String> STAGED =
            List.of("""
            CREATE TABLE staging.staged (
              seq INTEGER PRIMARY KEY,
              place INTEGER NOT NULL,
              row INTEGER NOT NULL,
              did TEXT COLLATE NOCASE UNIQUE,
              dataset TEXT NOT NULL,
              format TEXT,
              path TEXT NOT NULL,
              held TEXT,
              bytes BLOB NOT NULL)""", """
            CREATE TABLE staging.product (
              dataset TEXT NOT NULL,
              rank INTEGER NOT NULL, -- 0 for #this, which comes first
              seq INTEGER NOT NULL,
              path TEXT NOT NULL,
              semantics TEXT NOT NULL,
              description TEXT,
              content_type TEXT,
              content_length INTEGER,
              content_qualifier TEXT,
              local_semantics TEXT,
              held TEXT,
              PRIMARY KEY (dataset, rank, seq)) WITHOUT ROWID""", "CREATE UNIQUE INDEX staging.product_path ON product (path, dataset, semantics)");

    private Schema() {}
}
