import { connect, createServer, type Server, type Socket } from "node:net";
import { once } from "node:events";

/** A line to a PostgreSQL that a test can cut and mend, while the others go on using the database. */
export type DatabaseLink = { url: string; cut: () => Promise<void>; mend: () => Promise<void> };

function listen(target: { host: string; port: number }, open: Set<Socket>): Server {
  return createServer((near) => {
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
}

export async function openDatabaseLink(databaseUrl: string): Promise<DatabaseLink> {
  const url = new URL(databaseUrl);
  const target = { host: url.hostname, port: Number(url.port) };
  const open = new Set<Socket>();
  let server = listen(target, open);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return {
    url: url.href,
    cut: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend: async () => {
      server = listen(target, open);
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
  };
}
