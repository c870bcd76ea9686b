/** Folders of this machine, whose files the service sends itself. */
@NullMarked
package org.lenticular.location.file;

import org.jspecify.annotations.NullMarked;
