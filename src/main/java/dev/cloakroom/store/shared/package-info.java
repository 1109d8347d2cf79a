/**
 * What every store outside of this process needs: the form of a record on the wire ({@link
 * dev.cloakroom.store.shared.RecordCodec}), a time budget for each call ({@link
 * dev.cloakroom.store.shared.BudgetedStore}), and the sessions in use kept in this node's memory
 * ({@link dev.cloakroom.store.shared.NearCache}). It knows no driver.
 */
@NullMarked
package dev.cloakroom.store.shared;

import org.jspecify.annotations.NullMarked;
