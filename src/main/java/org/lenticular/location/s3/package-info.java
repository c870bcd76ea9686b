/** Places that speak S3. The only package that knows Amazon's library. */
@NullMarked
package org.lenticular.location.s3;

import org.jspecify.annotations.NullMarked;
