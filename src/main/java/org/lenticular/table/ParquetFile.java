package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import uk.ac.starlink.parquet.StarParquetWriter;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.VOTableVersion;

/**
 * Writes a table as a file of Parquet: the columns and the metadata are STIL's, how it is packed is ours. STIL's own writer would hold 128 MB of rows
 * in memory, and wants all of Hadoop for its configuration.
 */
final class ParquetFile extends StarParquetWriter.StarBuilder {
    /** Bytes of rows that are held at a time: readers skip by such groups, and many answers may be written at once. */
    private static final long GROUP = 8L * 1024 * 1024;

    private static final int PAGE = 256 * 1024;

    private ParquetFile(StarTable table, OutputFile file) {
        super(table, file);
    }

    /** Writes it to its end; neither flushes nor closes the stream. */
    static void write(StarTable table, OutputStream out) throws IOException {
        ParquetFile file = new ParquetFile(table, new ParquetStream(out));
        file.withGroupArray(true)
                .withVOTableMetadata(VOTableVersion.V14)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetGzip())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withRowGroupSize(GROUP)
                .withPageSize(PAGE)
                .withDictionaryPageSize(PAGE);
        try (ParquetWriter<Object[]> writer = file.build();
                RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                writer.write(rows.getRow());
            }
        }
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
        return new Unconfigured(getWriteSupport(NO_HADOOP));
    }

    /** STIL's support takes a configuration of Hadoop's, and reads nothing from it. */
    @SuppressWarnings("NullAway")
    private static final Configuration NO_HADOOP = null;

    /** STIL's support for those who have no configuration of Hadoop's: to make an empty one would take 20 MB of jars. */
    private static final class Unconfigured extends WriteSupport<Object[]> {
        private final WriteSupport<Object[]> stils;

        Unconfigured(WriteSupport<Object[]> stils) {
            this.stils = stils;
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return init(NO_HADOOP);
        }

        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration configuration) {
            return stils.init(configuration);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            stils.prepareForWrite(consumer);
        }

        @Override
        public void write(Object[] row) {
            stils.write(row);
        }

        @Override
        public FinalizedWriteContext finalizeWrite() {
            return stils.finalizeWrite();
        }

        @Override
        public String getName() {
            return stils.getName();
        }
    }
}
