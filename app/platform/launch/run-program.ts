import { spawn } from "node:child_process";
import { npmCommand } from "./npm-command";

type Program = { command: string; args: string[]; shell?: boolean };

/** Runs a program to its end with what it prints on our own output, and passes a request to stop on. Whether it went well. */
export function runProgram({ command, args, shell = false }: Program, env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, shell, stdio: ["ignore", "inherit", "inherit"] });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on("SIGTERM", pass).on("SIGINT", pass);
    child.once("error", () => resolve(false));
    child.once("close", (status) => {
      process.off("SIGTERM", pass).off("SIGINT", pass);
      resolve(status === 0);
    });
  });
}

/** The same of a script of package.json. */
export const runScript = (name: string, env: NodeJS.ProcessEnv): Promise<boolean> =>
  runProgram(npmCommand(["run", "--silent", name]), env);
