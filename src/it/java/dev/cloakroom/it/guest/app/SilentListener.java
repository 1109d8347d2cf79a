package dev.cloakroom.it.guest.app;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.WriteListener;

/** Is told, and does nothing. */
public class SilentListener implements AsyncListener, ReadListener, WriteListener {

  /** Made by the container, too. */
  public SilentListener() {}

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onError(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}

  @Override
  public void onDataAvailable() {}

  @Override
  public void onAllDataRead() {}

  @Override
  public void onWritePossible() {}

  @Override
  public void onError(Throwable failure) {}
}
