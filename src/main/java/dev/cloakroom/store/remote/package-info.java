/**
 * A store outside of this process, and what each needs: the form of a record on the wire ({@link
 * dev.cloakroom.store.remote.RecordCodec}), a time budget for each call ({@link
 * dev.cloakroom.store.remote.BudgetedStore}), and the sessions in use kept in this node's memory
 * ({@link dev.cloakroom.store.remote.NearCache}). It knows no driver.
 */
@NullMarked
package dev.cloakroom.store.remote;

import org.jspecify.annotations.NullMarked;
