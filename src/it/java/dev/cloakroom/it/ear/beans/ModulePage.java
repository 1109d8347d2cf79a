package dev.cloakroom.it.ear.beans;

import dev.cloakroom.it.stepup.app.VaultAccounts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody; calls what is not. */
@WebServlet("/module/*")
public class ModulePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient VaultAccounts accounts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .write(
            switch (request.getPathInfo()) {
              case "/open" -> accounts.open();
              case "/fresh" -> accounts.freshLevel();
              case "/users" -> accounts.users();
              default -> accounts.admins();
            });
  }
}
