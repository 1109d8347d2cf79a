package dev.cloakroom.it.cost.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How many bytes the threads of this server have allocated since they began. Asked by its name: not
 * each server shows applications the interface that has it.
 */
@WebServlet("/bytes")
public class AllocatedBytes extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      response.getWriter().print(ofAllThreads());
    } catch (JMException unknown) {
      throw new ServletException(unknown);
    }
  }

  private static long ofAllThreads() throws JMException {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
    Object ids = beans.getAttribute(threads, "AllThreadIds");
    long[] each =
        (long[])
            beans.invoke(
                threads, "getThreadAllocatedBytes", new Object[] {ids}, new String[] {"[J"});
    return Arrays.stream(each).filter(bytes -> bytes > 0).sum();
  }
}
