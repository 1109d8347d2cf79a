package dev.cloakroom.it.logins.app;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;

/** Tells which employee asks, and how many badges they carry. */
@WebServlet("/employee")
public class EmployeePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SecurityContext security;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response
        .getWriter()
        .print(
            security.getPrincipalsByType(Employee.class).stream()
                .map(employee -> employee.getName() + " " + employee.badges().size())
                .collect(Collectors.joining(", ")));
  }
}
