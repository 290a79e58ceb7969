import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { bareEnvironment } from "../../app/platform/launch/bare-environment";

const tsx = createRequire(import.meta.url).resolve("tsx/cli");
export type Answer = { code: number; out: string; err: string };

/** Runs one of the commands of package.json that go through a *.cli.ts, with nothing set but what is given. */
export const runCommand = (file: string, args: string[], env: Record<string, string>): Promise<Answer> =>
  new Promise((resolve) =>
    execFile(process.execPath, [tsx, file, ...args], { env: bareEnvironment(env) }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );

export type Start = {
  child: ChildProcess;
  said: () => string;
  saying: (text: string) => Promise<void>;
  end: Promise<number>;
};

/** `npm start` with nothing set but what is given, until it is stopped. */
export function runStart(env: Record<string, string>): Start {
  const child = spawn(process.execPath, ["app/platform/start.mjs"], {
    env: bareEnvironment(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      heard();
    });
  const end = once(child, "exit").then(([code]) => Number(code ?? -1));
  const saying = (text: string) =>
    new Promise<void>((resolve, reject) => {
      heard = () => {
        if (said.includes(text)) resolve();
      };
      heard();
      void end.then((code) => reject(new Error(`It ended with ${code} before it said “${text}”:\n${said}`)));
    });
  return { child, said: () => said, saying, end };
}
