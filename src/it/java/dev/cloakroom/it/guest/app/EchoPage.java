package dev.cloakroom.it.guest.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads a body and sends it back without ever waiting (Servlet 6.0, section 3.7). */
@WebServlet(urlPatterns = "/echo", asyncSupported = true)
public class EchoPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PIECE = 4096;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext later = request.startAsync(request, response);
    ServletInputStream body = request.getInputStream();
    body.setReadListener(new Reading(later, body));
  }

  private record Reading(AsyncContext later, ServletInputStream body, ByteArrayOutputStream read)
      implements ReadListener {
    Reading(AsyncContext later, ServletInputStream body) {
      this(later, body, new ByteArrayOutputStream());
    }

    @Override
    public void onDataAvailable() throws IOException {
      byte[] piece = new byte[PIECE];
      while (body.isReady() && !body.isFinished()) {
        int length = body.read(piece);
        if (length > 0) {
          read.write(piece, 0, length);
        }
      }
    }

    @Override
    public void onAllDataRead() throws IOException {
      ServletOutputStream out = later.getResponse().getOutputStream();
      out.setWriteListener(new Writing(later, out, read.toByteArray()));
    }

    @Override
    public void onError(Throwable failure) {
      later.complete();
    }
  }

  /** Sends what is left whenever there is room for it. */
  private static final class Writing implements WriteListener {
    private final AsyncContext later;
    private final ServletOutputStream out;
    private final byte[] text;
    private int sent;

    Writing(AsyncContext later, ServletOutputStream out, byte[] text) {
      this.later = later;
      this.out = out;
      this.text = text;
    }

    @Override
    public void onWritePossible() throws IOException {
      while (out.isReady()) {
        if (sent == text.length) {
          later.complete();
          return;
        }
        int length = Math.min(PIECE, text.length - sent);
        out.write(text, sent, length);
        sent += length;
      }
    }

    @Override
    public void onError(Throwable failure) {
      later.complete();
    }
  }
}
