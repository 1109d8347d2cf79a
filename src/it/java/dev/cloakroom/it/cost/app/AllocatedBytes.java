package dev.cloakroom.it.cost.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How many bytes the threads of this server have allocated since they began; of one that has ended,
 * what was last heard. Asked by its name: not each server shows applications the interface that has
 * it.
 */
@WebServlet("/bytes")
public class AllocatedBytes extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Map<Long, Long> HEARD = new ConcurrentHashMap<>();

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
    long[] ids = (long[]) beans.getAttribute(threads, "AllThreadIds");
    long[] each =
        (long[])
            beans.invoke(
                threads, "getThreadAllocatedBytes", new Object[] {ids}, new String[] {"[J"});
    for (int thread = 0; thread < ids.length; thread++) {
      HEARD.merge(ids[thread], each[thread], Math::max);
    }
    return HEARD.values().stream().filter(bytes -> bytes > 0).mapToLong(Long::longValue).sum();
  }
}
