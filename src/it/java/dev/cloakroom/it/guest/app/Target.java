package dev.cloakroom.it.guest.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an application is given, with all methods that the server that runs it has there. */
enum Target {
  REQUEST(HttpServletRequest.class) {
    @Override
    Object of(HttpServletRequest request, HttpServletResponse response) {
      return request;
    }
  },
  RESPONSE(HttpServletResponse.class) {
    @Override
    Object of(HttpServletRequest request, HttpServletResponse response) {
      return response;
    }
  },
  STREAM(ServletOutputStream.class) {
    @Override
    Object of(HttpServletRequest request, HttpServletResponse response) throws IOException {
      return response.getOutputStream();
    }
  },
  WRITER(PrintWriter.class) {
    @Override
    Object of(HttpServletRequest request, HttpServletResponse response) throws IOException {
      return response.getWriter();
    }
  },
  BODY(ServletInputStream.class) {
    @Override
    Object of(HttpServletRequest request, HttpServletResponse response) throws IOException {
      return request.getInputStream();
    }
  },
  ASYNC(AsyncContext.class) {
    @Override
    Object of(HttpServletRequest request, HttpServletResponse response) {
      return request.startAsync();
    }
  };

  private final Class<?> type;

  Target(Class<?> type) {
    this.type = type;
  }

  abstract Object of(HttpServletRequest request, HttpServletResponse response) throws IOException;

  private Stream<Method> methods() {
    return Stream.of(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge());
  }

  /** All of them, one a line. */
  String list() {
    return methods()
        .map(method -> name() + " " + signature(method))
        .sorted()
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  Method method(String signature) {
    return methods()
        .filter(method -> signature(method).equals(signature))
        .findFirst()
        .orElseThrow();
  }

  private static String signature(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", method.getName() + "(", ")"));
  }
}
