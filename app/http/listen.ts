import type { Server } from "node:http";
import { refusalError } from "../engine/errors";
import { SECOND } from "../engine/time/duration";

interface Where {
  host: string;
  port: number;
}

/**
 * Starts listening and gives the port (another one than asked where 0 was). Throws
 * `runtime/port-taken` or `runtime/port-forbidden`.
 */
export function listen(server: Server, { host, port }: Where): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => reject(toRefusal(error, { host, port }));
    server.once("error", onError);
    server.listen(port, host, () => {
      server.off("error", onError);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function toRefusal(error: NodeJS.ErrnoException, { host, port }: Where): Error {
  if (error.code === "EADDRINUSE") {
    return refusalError("runtime/port-taken", { port, other: port < 65535 ? port + 1 : 3000 });
  }
  return refusalError("runtime/port-forbidden", { host, port, reason: error.code ?? "?" });
}

/** Requests under way may finish within this. */
const patience = 5 * SECOND;

/** Stops listening, lets requests under way finish, then cuts off what is left. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(timer);
}
