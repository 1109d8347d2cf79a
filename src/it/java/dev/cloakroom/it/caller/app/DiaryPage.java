package dev.cloakroom.it.caller.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody; its diaries are not. */
@WebServlet("/diary/*")
public class DiaryPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SessionDiary ofSession;
  @Inject transient ConversationDiary ofConversation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean session = request.getPathInfo().equals("/session");
    response.getWriter().print(session ? ofSession.enter() : ofConversation.enter());
  }
}
