/** Images as items of STAC, the SpatioTemporal Asset Catalog, in a FeatureCollection of GeoJSON. */
@NullMarked
package org.lenticular.stac;

import org.jspecify.annotations.NullMarked;
