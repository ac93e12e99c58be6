/** What ALM has told of learning objects and their instances, asked for once for many learners; no Camel, no HTTP in here. */
package org.almbridge.course;
