package org.lenticular.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import uk.ac.starlink.parquet.ParquetStarTable;
import uk.ac.starlink.parquet.SequentialParquetStarTable;
import uk.ac.starlink.table.StarTable;

/** Files of Parquet for STIL's reader, without the file systems of Hadoop that it has them from otherwise. */
final class ParquetReading {
    private ParquetReading() {}

    static StarTable table(Path file) throws IOException {
        return new SequentialParquetStarTable(() -> open(file), new ParquetStarTable.Config() {
            @Override
            public boolean includeUnsupportedColumns() {
                return false;
            }
        });
    }

    static ParquetFileReader open(Path file) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new Gunzip())
                        .build());
    }

    private record Gunzip() implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {
        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            return this;
        }

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BytesInput decompress(BytesInput page, int length) throws IOException {
            try (GZIPInputStream in = new GZIPInputStream(page.toInputStream())) {
                return BytesInput.from(in.readNBytes(length));
            }
        }

        @Override
        public void decompress(ByteBuffer from, int compressed, ByteBuffer to, int length) throws IOException {
            ByteBuffer page = from.duplicate();
            page.limit(page.position() + compressed);
            to.put(decompress(BytesInput.from(page), length).toInputStream().readNBytes(length));
        }

        @Override
        public void release() {}
    }
}
