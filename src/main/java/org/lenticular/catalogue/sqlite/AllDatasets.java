package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.sqlite.Sessions.Lease;
import org.lenticular.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All datasets of a load, in the order of their identifiers' bytes, which is that of the table. Holds a session until it is closed. */
final class AllDatasets implements Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(AllDatasets.class);
    private static final String FROM = "SELECT p.dataset, " + SqliteDatasets.COLUMNS
            + " FROM product p WHERE p.dataset >= ? ORDER BY p.dataset, p.rank, p.seq";

    private final Lease lease;
    private final ResultSet products;
    private final ImageOfDataset images;
    private @Nullable Dataset last;
    private boolean more;
    private boolean closed;

    private AllDatasets(Lease lease, ResultSet products) {
        this.lease = lease;
        this.products = products;
        this.images = new ImageOfDataset(lease);
    }

    static AllDatasets open(Lease lease, String from) {
        Session session = lease.session();
        try {
            PreparedStatement statement = session.statement(FROM);
            statement.setString(1, from);
            AllDatasets all = new AllDatasets(lease, statement.executeQuery());
            all.more = all.products.next();
            session.clock().rest();
            return all;
        } catch (SQLException e) {
            FaultException fault = session.failure(e);
            lease.close();
            throw fault;
        }
    }

    @Override
    public @Nullable Dataset next() {
        if (!more) {
            return null;
        }
        Session session = lease.session();
        session.clock().goOn();
        try {
            String id = products.getString(1);
            List<Product> own = new ArrayList<>();
            while (more && products.getString(1).equals(id)) {
                own.add(SqliteDatasets.product(products));
                more = products.next();
            }
            session.clock().rest();
            last = new Dataset(id, own);
            return last;
        } catch (SQLException | RuntimeException e) {
            throw session.failure(e);
        }
    }

    @Override
    public Optional<DatasetImage> image() {
        return images.look(last);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                products.close();
            } catch (SQLException e) {
                LOG.warn("a result did not close: {}", e.getMessage());
            }
            lease.close();
        }
    }
}
