import { setTimeout as sleep } from "node:timers/promises";
import { portIsFree } from "../embedded/free-port";
import { CannotStart } from "./cannot-start";

/**
 * Refuses a port that another program listens on, before any work is done. Waits a moment first: after a kill -9 of the
 * app its web server needs an instant to notice and let go of the port.
 */
export async function requireFreePort(port: number, command: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if ((await portIsFree(port)) && (await portIsFree(port, "127.0.0.1"))) return;
    await sleep(200);
  }
  const other = port < 65535 ? port + 1 : 3000;
  throw new CannotStart(
    `Port ${port} is in use: stop the other program or choose a port, for example PORT=${other} ${command}.`,
  );
}

/** Waits until the server says on /healthz that it reaches its database. */
export async function waitUntilServing(port: number, limit = 90_000): Promise<void> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new CannotStart(
    `The service did not answer on port ${port} within ${limit / 1000} seconds: its messages above say why.`,
  );
}
