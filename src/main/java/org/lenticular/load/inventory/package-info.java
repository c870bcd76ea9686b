/** Reports of S3 Inventory, as AWS writes them: a manifest, and files of CSV that list a bucket. Nothing is fetched. */
@NullMarked
package org.lenticular.load.inventory;

import org.jspecify.annotations.NullMarked;
