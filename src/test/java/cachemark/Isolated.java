// SPDX-License-Identifier: Apache-2.0
package cachemark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An integration test that needs the machine for itself: it says how fast something is or within
 * what time it is done, how quiet the machine is, or it lets a browser use every core. The build
 * runs two of the others at a time, and these one by one when those have ended.
 */
@Tag("isolated")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Isolated {}
